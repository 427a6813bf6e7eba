import type { RandomSource } from '../../src/platform/kernel/random.js';
import { Disconnected, type Answer, type Filled, type HttpBrowser } from './http-browser.js';
import type { Attempt, Ledger } from './ledger.js';
import { aPaper, type Paper } from './papers.js';

/** An item that clients know of: its citizen has the PIN. */
export interface KnownItem {
  readonly code: string;
  readonly pin: string;
  readonly citizen: string;
}

/** What all clients share. */
export interface Town {
  readonly ledger: Ledger;
  /** Items whose submission was acknowledged, oldest first. */
  readonly items: KnownItem[];
  /** Resolves when some server serves. */
  serving(): Promise<void>;
}

/** One person with a browser, who acts by seeded chance, and sends again what got no answer. */
export abstract class Client {
  private sent = 0;

  constructor(
    readonly name: string,
    protected readonly browser: HttpBrowser,
    protected readonly town: Town,
    protected readonly random: RandomSource,
  ) {}

  /** Does one thing. @throws Disconnected where the servers went away before anything was sent. */
  abstract turn(): Promise<void>;

  /** Words that occur in nothing else. */
  protected marker(): string {
    return `dau-${this.name}-${++this.sent}.`;
  }

  protected async papers(most: number, name: string): Promise<Paper[]> {
    const count = this.random.below(most + 1);
    return Promise.all(Array.from({ length: count }, (_, at) => aPaper(this.random, `${name}${at}`)));
  }

  protected chance(of: number): boolean {
    return this.random.below(of) === 0;
  }

  /**
   * Sends a form until it is answered, or, now and then, gives up when the line breaks.
   * @param accepted the addresses that say “done”.
   * @returns whether it was acknowledged.
   */
  protected async press(attempt: Attempt, form: Filled, accepted: readonly string[]): Promise<boolean> {
    for (;;) {
      const answer = await this.once(attempt, form);
      if (answer === null) {
        if (this.chance(4)) return false;
        continue;
      }
      const place = answer.location?.replace(/[?#].*$/, '') ?? '';
      if (answer.status === 303 && accepted.includes(place)) {
        attempt.outcome = 'acknowledged';
        return true;
      }
      this.refused(attempt, answer);
      return false;
    }
  }

  private async once(attempt: Attempt, form: Filled): Promise<Answer | null> {
    attempt.sent++;
    try {
      return await this.browser.send(form);
    } catch (error) {
      if (!(error instanceof Disconnected)) throw error;
      attempt.unknown = true;
      await this.town.serving();
      return null;
    }
  }

  /** Somebody was faster, or the first sending was done after all: both are answered with 409 or 404. */
  private refused(attempt: Attempt, { status, location, html }: Answer): void {
    attempt.status = status;
    if (!attempt.unknown) attempt.outcome = 'refused';
    if ([404, 409].includes(status)) return;
    const text = html
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 400);
    this.town.ledger.faults.push(`${this.name}: ${attempt.kind} answered ${status} ${location ?? text}`);
  }
}
