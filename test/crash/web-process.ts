import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { MORNING } from '../support/application.js';

export type Environment = Readonly<Record<string, string>>;

/** How a process has ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds from the signal to the end. */
  readonly took: number;
}

const STARTED = performance.now();
const LONGEST_START = 60_000;
const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** @returns the time by which the servers go, in epoch ms: a morning that runs on, also while none of them lives. */
export function officeTime(): number {
  return MORNING + Math.floor(performance.now() - STARTED);
}

/** The product as its operator starts it: one process on one port. It may be started again after it has ended. */
export class WebProcess {
  /** What it has complained of, over all its lives. */
  readonly complaints: string[] = [];
  private child: ChildProcess | null = null;
  private up = Promise.resolve();

  constructor(
    readonly port: number,
    private readonly environment: Environment,
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when it serves; at once where it does. */
  get serving(): Promise<void> {
    return this.up;
  }

  /** @param later milliseconds by which its clock is ahead of the office's. */
  start(later = 0): Promise<void> {
    const NOW = new Date(officeTime() + later).toISOString();
    const given = { NODE_ENV: 'development', LOG_LEVEL: 'error', PORT: String(this.port), NOW };
    const env = { PATH: process.env.PATH ?? '', ...given, ...this.environment };
    const child = spawn(process.execPath, ['dist/src/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    living.add(child);
    child.once('exit', () => living.delete(child));
    this.child = child;
    this.up = this.listen(child);
    return this.up;
  }

  /** As a power cut does it. */
  kill(): Promise<Ending> {
    return this.send('SIGKILL');
  }

  /** @returns how it ended; where it was not running, at once. */
  async send(signal: NodeJS.Signals): Promise<Ending> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return { code: child?.exitCode ?? null, signal: child?.signalCode ?? null, took: 0 };
    const from = performance.now();
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    child.kill(signal);
    const [code, how] = await ended;
    return { code, signal: how, took: performance.now() - from };
  }

  private async listen(child: ChildProcess): Promise<void> {
    const { stdout, stderr } = child;
    if (!stdout || !stderr) throw new Error('the process has no output');
    createInterface(stderr).on('line', (line) => this.complaints.push(line));
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(reject, LONGEST_START, new Error('the process does not begin to serve'));
      createInterface(stdout).on('line', (line) => {
        if (line.startsWith('{')) this.complaints.push(line);
        if (line.startsWith('Lắng Nghe:')) resolve();
      });
      child.once('exit', (code, signal) => {
        clearTimeout(late);
        // Killed while it began: whoever killed it starts it again.
        if (signal === 'SIGKILL') resolve();
        else reject(new Error(`ended with ${code ?? signal}: ${this.complaints.slice(-5).join('\n')}`));
      });
    });
  }
}
