import { DomainError } from '../platform/kernel/errors.js';

/**
 * Lets a few pieces of work through at a time and keeps a short line outside: hashing takes memory and the pool of
 * threads that files and DNS need too, so a flood of sign-ins must not reach it.
 */
export class BoundedGate {
  private running = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly longest: number,
  ) {}

  /** @throws DomainError `unavailable` at once when the line is full. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.width) {
      this.running++;
      return;
    }
    if (this.line.length >= this.longest) throw new DomainError('unavailable', 'accounts.busy');
    await new Promise<void>((turn) => this.line.push(turn));
  }

  /** The place goes to the next in line without being given up in between. */
  private leave(): void {
    const next = this.line.shift();
    if (next) next();
    else this.running--;
  }
}
