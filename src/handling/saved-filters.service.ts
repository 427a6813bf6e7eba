import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { SavedFilter } from './saved-filter.entity.js';

/** More would be a list nobody reads. */
export const MOST_FILTERS = 20;

const fault = (key: string, params = {}): DomainError =>
  new DomainError('invalid', 'errors.invalid', {}, { name: { key, params } });

/** The questions that people keep, each for themselves. */
@Injectable()
export class SavedFilters {
  constructor(
    @InjectRepository(SavedFilter) private readonly filters: Repository<SavedFilter>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns the person's filters in the order in which they were kept. */
  of(staffId: number): Promise<SavedFilter[]> {
    return this.filters.find({ where: { staffId }, order: { id: 'ASC' } });
  }

  /** @throws DomainError invalid beside `name`: taken by another filter of the person, or one too many. */
  async keep(staffId: number, name: string, query: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if ((await tx.countBy(SavedFilter, { staffId })) >= MOST_FILTERS)
        throw fault('desk.saved.tooMany', { most: MOST_FILTERS });
      await requireFree(tx, staffId, name);
      await tx.insert(SavedFilter, { staffId, name, query, createdAt: this.clock.now() });
    });
  }

  /** @throws DomainError invalid beside `name` when another filter has it; not-found for one that is not the person's. */
  async rename(staffId: number, id: number, name: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const filter = await tx.findOneBy(SavedFilter, { id, staffId });
      if (!filter) throw new DomainError('not-found', 'desk.saved.none');
      if (filter.name !== name) await requireFree(tx, staffId, name);
      await tx.update(SavedFilter, { id, staffId }, { name });
    });
  }

  /** Somebody else's filter is left alone. */
  async forget(staffId: number, id: number): Promise<void> {
    await this.unitOfWork.run((tx) => tx.delete(SavedFilter, { id, staffId }));
  }
}

async function requireFree(tx: EntityManager, staffId: number, name: string): Promise<void> {
  if (await tx.existsBy(SavedFilter, { staffId, name })) throw fault('desk.saved.taken');
}
