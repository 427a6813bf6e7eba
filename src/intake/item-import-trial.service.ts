import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../accounts/staff-actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { checkedLines, type CheckedLine } from './item-batches.js';
import { type BadLine, ItemImport } from './item-import.entity.js';
import { itemKey } from './item-key.js';
import { ItemNamesFactory } from './item-names.service.js';
import { ItemTaking } from './item-taking.service.js';

/** Bad lines that the page shows. */
export const SHOWN_BAD = 100;
const BATCH = 250;
const TOLD_EVERY = 10;

/** Reads a file through and counts what would happen; nothing of it is stored. */
@Injectable()
export class ItemImportTrial {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taking: ItemTaking,
    private readonly names: ItemNamesFactory,
    private readonly clock: Clock,
  ) {}

  /** @throws TableFault, MissingColumns */
  async check({ id, source }: ItemImport, path: string, actor: StaffActor): Promise<void> {
    const rules = { actor, today: dayOf(this.clock.now()), names: this.names.make() };
    const counts = { done: 0, added: 0, known: 0, bad: 0 };
    const badLines: BadLine[] = [];
    const seen = new Set<string>();
    let round = 0;
    for await (const lines of checkedLines(path, rules, { skip: 0, size: BATCH })) {
      const known = await this.knownAmong(lines, source, seen);
      counts.done += lines.length;
      counts.known += known;
      for (const { bad } of lines) if (bad && badLines.length < SHOWN_BAD) badLines.push(bad);
      const bad = lines.filter((line) => line.bad !== null).length;
      counts.bad += bad;
      counts.added += lines.length - known - bad;
      if (++round % TOLD_EVERY === 0) await this.note(id, counts);
    }
    await this.note(id, { ...counts, badLines, state: 'CHECKED' });
  }

  /** @returns every bad line of the file, in the order of the file. @throws TableFault, MissingColumns */
  async *badLines(path: string, actor: StaffActor): AsyncGenerator<BadLine> {
    const rules = { actor, today: dayOf(this.clock.now()), names: this.names.make() };
    for await (const lines of checkedLines(path, rules, { skip: 0, size: BATCH }))
      for (const { bad } of lines) if (bad !== null) yield bad;
  }

  /** @param seen keys of earlier lines: the same number twice in a file is one item. */
  private async knownAmong(
    lines: readonly CheckedLine[],
    source: string,
    seen: Set<string>,
  ): Promise<number> {
    const keys = lines.flatMap(({ item }) => (item === null ? [] : [itemKey(source, item.record)]));
    const stored = await this.unitOfWork.run((tx) => this.taking.known(tx, keys));
    let known = 0;
    for (const key of keys) {
      if (stored.has(key) || seen.has(key)) known++;
      seen.add(key);
    }
    return known;
  }

  private async note(id: number, change: Partial<ItemImport>): Promise<void> {
    await this.unitOfWork.run((tx) => tx.update(ItemImport, { id, state: 'CHECKING' }, change as object));
  }
}
