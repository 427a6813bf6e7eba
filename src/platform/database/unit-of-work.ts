import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Writer } from './writer.js';

interface OpenUnit {
  readonly tx: EntityManager;
  readonly afterCommit: (() => void)[];
}

/**
 * The only way to write. What `fn` does through `tx` happens whole or not at all; nested calls join the
 * open unit. Inside: no network, no file, no hashing of passwords. On PostgreSQL `fn` may run more than once.
 */
@Injectable()
export class UnitOfWork {
  private readonly open = new AsyncLocalStorage<OpenUnit>();

  constructor(private readonly writer: Writer) {}

  /**
   * @param fn the work; reads inside it go through `tx` as well, to see what it has written.
   * @throws whatever `fn` throws, after everything was rolled back; DomainError('unavailable') when the file stays busy.
   */
  async run<T>(fn: (tx: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.open.getStore();
    if (joined) return fn(joined.tx);
    let afterCommit: (() => void)[] = [];
    const result = await this.writer.transaction((tx) => {
      afterCommit = [];
      return this.open.run({ tx, afterCommit }, () => fn(tx));
    });
    for (const action of afterCommit) action();
    return result;
  }

  /** Runs the action once the open unit has committed (caches, waking the worker); at once where none is open. */
  afterCommit(action: () => void): void {
    const joined = this.open.getStore();
    if (joined) joined.afterCommit.push(action);
    else action();
  }
}
