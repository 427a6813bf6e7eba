import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Within } from './on-outbox.js';
import { OutboxHandlers } from './outbox-handlers.js';
import type { OutboxMessage } from './outbox-message.entity.js';
import { OutboxRows } from './outbox-rows.js';

const BATCH = 50;
/** So many letters are on their way at once: one slow peer holds up a few, never all. */
const HANDS = 4;

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
   * Timers first, then what reaches outside; each alone where it is named.
   * @returns how many rows were worked, well or not; call again until it is 0.
   */
  async runDue(within?: Within): Promise<number> {
    const inside = within === 'nothing' ? 0 : await this.insideUnits();
    return inside + (within === 'unit' ? 0 : await this.outside());
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

  private async outside(): Promise<number> {
    const topics = this.handlers.outside();
    if (topics.length === 0) return 0;
    const hands = await Promise.allSettled(Array.from({ length: HANDS }, () => this.hand(topics)));
    const broken = hands.find((hand) => hand.status === 'rejected');
    if (broken) throw broken.reason;
    return hands.reduce((sum, hand) => sum + (hand.status === 'fulfilled' ? hand.value : 0), 0);
  }

  /** Takes one row after the other. A failure to write down what happened ends it: the row tells by itself. */
  private async hand(topics: readonly string[]): Promise<number> {
    for (let worked = 0; ; worked++) {
      const message = this.stopping ? null : await this.rows.begin(topics);
      if (message === null) return worked;
      if (message !== 'parked') await this.reachOut(message);
    }
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
