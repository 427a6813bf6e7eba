import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Staff } from '../accounts/staff.entity.js';
import type { StaffActor } from '../accounts/staff-actor.js';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import { attach, type NewAttachment } from '../feedback/new-attachment.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { KeptDraft } from './kept-draft.entity.js';
import { Note } from './note.entity.js';

/** The name under which an unfinished note is kept. */
export const NOTE_FORM = 'note';

export interface WrittenNote {
  readonly note: Note;
  readonly author: { readonly name: string; readonly position: string; readonly agency: string };
}

/** Notes among officers; whoever asks has asked policy before, which says who sees the item. */
@Injectable()
export class Notes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @InjectRepository(Note) private readonly notes: Repository<Note>,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
    private readonly agencies: AgencyDirectory,
  ) {}

  /** Writes it down, with its files, and forgets its draft. */
  async add(
    item: Pick<Feedback, 'id' | 'version'>,
    actor: StaffActor,
    body: string,
    files: readonly NewAttachment[] = [],
  ): Promise<void> {
    const { staffId, agencyId } = actor;
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const note = tx.create(Note, {
        feedbackId: item.id,
        authorId: staffId,
        agencyId,
        writtenAt: now,
        body,
      });
      await tx.insert(Note, note);
      await attach(tx, files, {
        feedbackId: item.id,
        seq: item.version,
        purpose: 'INTERNAL',
        noteId: note.id,
        addedAt: now,
      });
      await tx.delete(KeptDraft, { staffId, feedbackId: item.id, form: NOTE_FORM });
    });
  }

  /** @returns newest first. */
  async of(feedbackId: number): Promise<WrittenNote[]> {
    const notes = await this.notes.find({ where: { feedbackId }, order: { id: 'DESC' } });
    const authors = await this.staff.findBy({ id: In([...new Set(notes.map(({ authorId }) => authorId))]) });
    const agencies = await this.agencies.all();
    return notes.map((note) => {
      const { name = '', position = '' } = authors.find(({ id }) => id === note.authorId) ?? {};
      return { note, author: { name, position, agency: agencies.get(note.agencyId)?.shortName ?? '' } };
    });
  }
}
