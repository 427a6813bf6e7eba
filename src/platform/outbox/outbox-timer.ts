import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { OutboxWorker } from './outbox-worker.js';

const EVERY = 5_000;

/** Wakes the worker while the web is served. Commands and tests never start it; they call `runDue()`. */
@Injectable()
export class OutboxTimer implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(private readonly worker: OutboxWorker) {}

  /** @param onError told of a failed round; the next one comes all the same. */
  start(onError: (error: unknown) => void): void {
    const next = (): void => {
      this.round = this.drain()
        .catch(onError)
        .finally(() => {
          this.timer = setTimeout(next, EVERY);
        });
    };
    this.timer = setTimeout(next, EVERY);
  }

  /** Waits for the round that is under way. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.round;
    clearTimeout(this.timer);
  }

  private async drain(): Promise<void> {
    while ((await this.worker.runDue()) > 0);
  }
}
