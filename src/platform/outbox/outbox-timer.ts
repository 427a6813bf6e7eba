import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Lane, OutboxWorker } from './outbox-worker.js';

const EVERY = 5_000;

/** Wakes the worker while the web is served. Commands and tests never start it; they call `runDue()`. */
@Injectable()
export class OutboxTimer implements OnApplicationShutdown {
  private readonly timers = new Map<Lane, NodeJS.Timeout>();
  private readonly rounds = new Map<Lane, Promise<void>>();

  constructor(private readonly worker: OutboxWorker) {}

  /** @param onError told of a failed round; the next one comes all the same. */
  start(onError: (error: unknown) => void): void {
    for (const lane of this.worker.lanes()) this.wait(lane, onError);
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

  private wait(lane: Lane, onError: (error: unknown) => void): void {
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

  private async drain(lane: Lane): Promise<void> {
    while (!this.worker.stopped && (await this.worker.runDue(lane)) > 0);
  }
}
