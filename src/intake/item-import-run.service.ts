import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../accounts/staff-actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { type CheckedLine, checkedLines } from './item-batches.js';
import { ItemImport } from './item-import.entity.js';
import { ItemImports } from './item-imports.service.js';
import { ItemNamesFactory } from './item-names.service.js';
import { ItemTaking } from './item-taking.service.js';

/** Lines of one unit of work: others write in between. */
const UNIT = 20;
/** Lines of one stretch, within the time for which a worker holds a row. */
const STRETCH = 2_000;

/** Takes in a file, stretch by stretch. How far it got is written with the items themselves: nothing comes twice. */
@Injectable()
export class ItemImportRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taking: ItemTaking,
    private readonly imports: ItemImports,
    private readonly names: ItemNamesFactory,
    private readonly clock: Clock,
  ) {}

  /** @param step of this stretch. @returns whether the file is at its end. */
  async stretch(row: ItemImport, path: string, actor: StaffActor, step: number): Promise<boolean> {
    const rules = { actor, today: dayOf(this.clock.now()), names: this.names.make() };
    let { done } = row;
    const until = done + STRETCH;
    for await (const lines of checkedLines(path, rules, { skip: done, size: UNIT })) {
      if (!(await this.unit(row, lines, actor, done))) return false;
      done += lines.length;
      if (done >= until) return this.goOn(row, step);
      await setImmediate();
    }
    const ended = { state: 'DONE', endedAt: this.clock.now() } as const;
    await this.unitOfWork.run((tx) => tx.update(ItemImport, { id: row.id }, ended));
    return true;
  }

  private async goOn({ id }: ItemImport, step: number): Promise<false> {
    await this.unitOfWork.run((tx) => this.imports.post(tx, id, step + 1));
    return false;
  }

  /** @returns false where another worker has done these lines meanwhile. */
  private unit(
    { id, source }: ItemImport,
    lines: readonly CheckedLine[],
    actor: StaffActor,
    before: number,
  ): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const moved = await tx.update(ItemImport, { id, done: before }, { done: before + lines.length });
      if (moved.affected !== 1) return false;
      const items = lines.flatMap(({ item }) => (item === null ? [] : [item]));
      let added = 0;
      for (const item of items) if (await this.taking.take(tx, item, source, actor)) added++;
      await tx.increment(ItemImport, { id }, 'added', added);
      await tx.increment(ItemImport, { id }, 'known', items.length - added);
      await tx.increment(ItemImport, { id }, 'bad', lines.length - items.length);
      return true;
    });
  }
}
