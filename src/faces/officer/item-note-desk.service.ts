import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { KeptDrafts } from '../../handling/kept-drafts.service.js';
import { NOTE_FORM, Notes } from '../../handling/notes.service.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import { type FilesOfForm, FormFiles } from '../../intake/form-files.js';
import { StagedUploads } from '../../intake/staged-uploads.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { readForm } from '../../platform/web/read-form.js';
import { ItemNoteForm } from './item-note.form.js';
import type { NoteWritten } from './item-notes.view.js';
import type { VisibleItem } from './visible-item.query.js';

/** Takes a note with its files; whatever is at fault comes back with everything that was typed. */
@Injectable()
export class ItemNoteDesk {
  constructor(
    private readonly files: FormFiles,
    private readonly staged: StagedUploads,
    private readonly notes: Notes,
    private readonly drafts: KeptDrafts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns null once there is nothing more to be typed; else what the form comes back with. */
  async take(
    { item }: VisibleItem,
    actor: StaffActor,
    body: unknown,
    sent: readonly SentFile[],
  ): Promise<NoteWritten | null> {
    const place = { staffId: actor.staffId, feedbackId: item.id, form: NOTE_FORM };
    const { value, errors, ok } = readForm(ItemNoteForm, body);
    if (value.keep === 'drop') {
      await this.drafts.drop(place);
      return null;
    }
    const files = await this.files.read(body, sent, STAFF_FILES);
    const back = { body: value.body, upload: files.view, errors: {}, keptAt: null };
    if (value.keep === 'save' && ok)
      return { ...back, keptAt: await this.drafts.keep(place, { body: value.body }, item.version) };
    if (files.again || !ok)
      return { ...back, errors: { ...(files.isPressed ? {} : errors), ...files.errors } };
    try {
      await this.write(item, actor, value.body, files);
      return null;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid') return { ...back, errors: error.fields };
      throw error;
    }
  }

  private write(
    item: VisibleItem['item'],
    actor: StaffActor,
    body: string,
    { tokens }: FilesOfForm,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.notes.add(item, actor, body, await this.staged.claim(tx, tokens, STAFF_FILES));
    });
  }
}
