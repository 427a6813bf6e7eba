import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, MoreThan, type Repository } from 'typeorm';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { KeptDraft } from './kept-draft.entity.js';

/** Whose draft, of which item, in which form. */
export interface DraftPlace {
  readonly staffId: number;
  readonly feedbackId: number;
  /** A step of the lifecycle, or `note`. */
  readonly form: string;
}

/** The longest form has three texts of 10.000 characters. */
const MOST = 60_000;
/** Nobody goes on with what was left for two months. */
const FORGOTTEN = 60 * 24 * 3_600_000;

/** What people have typed and not yet sent: kept by the server, so that another device, or tomorrow, has it too. */
@Injectable()
export class KeptDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @InjectRepository(KeptDraft) private readonly drafts: Repository<KeptDraft>,
  ) {}

  /**
   * Keeps the newest words in place of older ones, and forgets what anybody left two months ago; a form without words keeps nothing.
   * @param openedAt the version of the item that the form was opened with: a page that saves once more while its step
   *   is being done must not bring the draft back.
   * @returns when it was kept, epoch ms; null where there was nothing to keep.
   * @throws DomainError('invalid') for more than 60.000 characters.
   */
  async keep(
    place: DraftPlace,
    fields: Readonly<Record<string, string>>,
    openedAt: number,
  ): Promise<number | null> {
    const length = Object.values(fields).reduce((sum, text) => sum + text.length, 0);
    if (length > MOST) throw new DomainError('invalid', 'deskItem.draft.tooLong');
    if (length === 0) return null;
    const savedAt = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const { staffId: actorId, feedbackId, form: action } = place;
      const since = {
        feedbackId,
        actorId,
        action: action as JournalEntry['action'],
        seq: MoreThan(openedAt),
      };
      if (await tx.existsBy(JournalEntry, since)) return null;
      await tx.delete(KeptDraft, { savedAt: LessThan(savedAt - FORGOTTEN) });
      await tx.upsert(KeptDraft, { ...place, fields, savedAt }, ['staffId', 'feedbackId', 'form']);
      return savedAt;
    });
  }

  async find(place: DraftPlace): Promise<KeptDraft | null> {
    return this.drafts.findOneBy({ ...place });
  }

  /** Joins the unit of work of the step that made the draft needless. */
  async drop(place: DraftPlace): Promise<void> {
    await this.unitOfWork.run((tx) => tx.delete(KeptDraft, { ...place }));
  }
}
