import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { DomainError } from '../kernel/errors.js';
import { type EntityClass, writerOptions } from './data-source-options.js';
import { isBusy, isRetryable } from './database-fault.js';
import type { DatabaseTarget } from './database-target.js';
import { WriteQueue } from './write-queue.js';

const PATIENCE = 400; // tries of 5–50 ms: about 15 s, then the request is refused and may be sent again
const RERUNS = 5;

/** The one connection that writes (SQLite), or the pool of them (PostgreSQL). Private to this room. */
export class Writer {
  private readonly queue = new WriteQueue();

  private constructor(readonly source: DataSource) {}

  static async open(target: DatabaseTarget, entities: EntityClass[]): Promise<Writer> {
    return new Writer(await new DataSource(writerOptions(target, entities)).initialize());
  }

  /** Runs the job in one transaction; on PostgreSQL it may run again after a serialization failure. */
  async transaction<T>(job: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (this.source.options.type !== 'postgres') return this.queue.enter(() => this.once(job));
    for (let run = 1; ; run++) {
      try {
        return await this.once(job);
      } catch (error) {
        if (run >= RERUNS || !isRetryable(error)) throw error;
      }
    }
  }

  close(): Promise<void> {
    return this.queue.enter(() => this.source.destroy());
  }

  private async once<T>(job: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await begin(runner);
      const result = await job(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** BEGIN IMMEDIATE answers at once (timeout 0); waiting for another process happens here, where others go on. */
async function begin(runner: QueryRunner): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await runner.startTransaction();
      return;
    } catch (error) {
      // TypeORM marks the transaction active before BEGIN; nothing is open, so nothing may be rolled back.
      Object.assign(runner, { isTransactionActive: false });
      if (!isBusy(error)) throw error;
      if (attempt >= PATIENCE) throw new DomainError('unavailable', 'errors.busy');
      await pause(Math.min(5 * attempt, 50));
    }
  }
}
