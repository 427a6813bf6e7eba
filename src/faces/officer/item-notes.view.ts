import type { Attachment } from '../../feedback/attachment.entity.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import { type UploadView, uploadView } from '../../intake/upload.view.js';
import { NOTE_FORM } from '../../handling/notes.service.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { fileRow, type OfficerFile } from './files.view.js';
import { type DraftView, draftView } from './action-draft.view.js';
import { LONGEST_NOTE } from './item-note.form.js';
import type { ItemSidesFound } from './item-sides.service.js';

/** What was typed into the form of notes, where the page comes back with it. */
export interface NoteWritten {
  readonly body: string;
  readonly errors: FieldErrors;
  /** When it was kept as a draft, epoch ms. */
  readonly keptAt: number | null;
  readonly upload: UploadView;
}

export interface NotesView {
  readonly entries: readonly {
    readonly instant: number;
    readonly author: string;
    readonly agency: string;
    readonly body: string;
    readonly files: readonly OfficerFile[];
  }[];
  readonly form: FormView;
  readonly address: string;
  readonly max: number;
  readonly draft: DraftView;
  /** Whether the form shows at once: something stands in it. */
  readonly isOpen: boolean;
  readonly upload: UploadView;
}

interface NotesPlace {
  readonly code: string;
  readonly from: string | null;
  readonly files: readonly Attachment[];
}

/** The notes of an item and the form for one more, which begins with an unfinished one. */
export function notesView(
  { code, from, files }: NotesPlace,
  { notes, noteDraft }: Pick<ItemSidesFound, 'notes' | 'noteDraft'>,
  written: NoteWritten | null,
): NotesView {
  const body = written?.body ?? noteDraft?.fields.body ?? '';
  const draft = written
    ? { savedAt: written.keptAt, reopenedAt: null }
    : { savedAt: null, reopenedAt: noteDraft?.savedAt ?? null };
  return {
    entries: notes.map(({ note, author }) => ({
      instant: note.writtenAt,
      author: [author.name, author.position].filter(Boolean).join(', '),
      agency: author.agency,
      body: note.body,
      files: files.filter(({ noteId }) => noteId === note.id).map((file) => fileRow(code, file, null)),
    })),
    form: formView({ body }, written?.errors ?? {}),
    address: paths.officerNotes.to({ code, tu: from }),
    max: LONGEST_NOTE,
    isOpen: written !== null || body !== '',
    draft: draftView(code, NOTE_FORM, draft),
    upload: written?.upload ?? uploadView([], [], STAFF_FILES),
  };
}
