import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Within } from './on-outbox.js';
import { OutboxHandlers } from './outbox-handlers.js';
import type { OutboxMessage } from './outbox-message.entity.js';
import { type Begun, OutboxRows } from './outbox-rows.js';

const BATCH = 50;
/** So many rows of one topic are on their way at once: one slow peer holds up a few, never all. */
const HANDS = 4;

/** What waits for each other: the units of work, everything outside them, or one topic outside. */
export type Lane = Within | { readonly topic: string };

/** Works what is due. Several workers may run: a row is taken by a conditional update, so one of them wins it. */
@Injectable()
export class OutboxWorker {
  private stopping = false;
  private readonly toldOfTheEnd: (() => void)[] = [];

  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly rows: OutboxRows,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Timers first, then what reaches outside, its topics beside each other; one lane alone where it is named.
   * @returns how many rows were worked, well or not; call again until it is 0.
   */
  async runDue(lane?: Lane): Promise<number> {
    if (typeof lane === 'object') return this.outside(lane.topic);
    const inside = lane === 'nothing' ? 0 : await this.insideUnits();
    if (lane === 'unit') return inside;
    return inside + (await sumOf(this.handlers.outside().map((topic) => this.outside(topic))));
  }

  /** @returns the lanes that need not wait for each other: a mail server that hangs delays no timer and no scanner. */
  lanes(): Lane[] {
    return ['unit', ...this.handlers.outside().map((topic) => ({ topic }))];
  }

  /** Begins nothing more; what has begun comes to its end. */
  stop(): void {
    this.stopping = true;
    for (const tell of this.toldOfTheEnd) tell();
  }

  /** @param tell hears that what is under way should come to its end. */
  whenStopping(tell: () => void): void {
    this.toldOfTheEnd.push(tell);
  }

  get stopped(): boolean {
    return this.stopping;
  }

  private async insideUnits(): Promise<number> {
    const claimed = await this.rows.claim(this.handlers.outside(), BATCH);
    for (const message of claimed) await this.inUnit(message);
    return claimed.length;
  }

  private async inUnit(message: OutboxMessage): Promise<void> {
    try {
      await this.unitOfWork.run(async () => {
        await this.handlers.of(message.topic).handle(message);
        await this.rows.finish(message);
      });
    } catch (error) {
      await this.rows.putBack(message, message.attempts + 1, 'unit', error);
    }
  }

  private async outside(topic: string): Promise<number> {
    const first = await this.begin(topic);
    if (first === null) return 0;
    const others = Array.from({ length: HANDS - 1 }, async () => this.hand(topic, await this.begin(topic)));
    return sumOf([this.hand(topic, first), ...others]);
  }

  /** Takes one row after the other. A failure to write down what happened ends it: the row tells by itself. */
  private async hand(topic: string, first: Begun): Promise<number> {
    let worked = 0;
    for (let message = first; message !== null; message = await this.begin(topic)) {
      if (message !== 'parked') await this.reachOut(message);
      worked++;
    }
    return worked;
  }

  private async begin(topic: string): Promise<Begun> {
    return this.stopping ? null : this.rows.begin(topic);
  }

  private async reachOut(message: OutboxMessage): Promise<void> {
    try {
      await this.handlers.of(message.topic).handle(message);
    } catch (error) {
      await this.rows.putBack(message, message.attempts, 'nothing', error);
      return;
    }
    await this.rows.finish(message);
  }
}

/** Waits for all of them, also where one fails. @throws the first failure. */
async function sumOf(counts: readonly Promise<number>[]): Promise<number> {
  const settled = await Promise.allSettled(counts);
  const broken = settled.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
  return settled.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
}
