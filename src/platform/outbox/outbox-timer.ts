import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Within } from './on-outbox.js';
import { OutboxWorker } from './outbox-worker.js';

const EVERY = 5_000;
/** Two rounds that do not wait for each other: a mail server that hangs delays no timer. */
const LANES: readonly Within[] = ['unit', 'nothing'];

/** Wakes the worker while the web is served. Commands and tests never start it; they call `runDue()`. */
@Injectable()
export class OutboxTimer implements OnApplicationShutdown {
  private readonly timers = new Map<Within, NodeJS.Timeout>();
  private readonly rounds = new Map<Within, Promise<void>>();

  constructor(private readonly worker: OutboxWorker) {}

  /** @param onError told of a failed round; the next one comes all the same. */
  start(onError: (error: unknown) => void): void {
    for (const lane of LANES) this.wait(lane, onError);
  }

  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Waits for the rounds that are under way; they begin nothing more. */
  async stop(): Promise<void> {
    this.worker.stop();
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.rounds.values());
  }

  private wait(lane: Within, onError: (error: unknown) => void): void {
    if (this.worker.stopped) return;
    const round = (): void => {
      const done = this.drain(lane)
        .catch(onError)
        .finally(() => {
          this.wait(lane, onError);
        });
      this.rounds.set(lane, done);
    };
    this.timers.set(lane, setTimeout(round, EVERY));
  }

  private async drain(lane: Within): Promise<void> {
    while (!this.worker.stopped && (await this.worker.runDue(lane)) > 0);
  }
}
