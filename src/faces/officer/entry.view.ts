import { KINDS, SUBJECTS, SUBMITTER_TYPES, URGENCIES } from '../../feedback/classification.js';
import { OLDEST_RECEIPT, STAFF_CHANNELS } from '../../intake/enter-by-staff.service.js';
import { MAX } from '../../intake/submission-limits.js';
import type { UploadView } from '../../intake/upload.view.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import { formatDay, isCivilDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { DuplicateRow } from './duplicates.view.js';
import type { EntryFindings } from './entry-choices.service.js';
import type { EntryForm } from './entry.form.js';
import type { Say } from './say.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface EntryPage extends PageModel, EntryFindings {
  readonly form: FormView;
  readonly upload: UploadView;
  readonly options: Readonly<Record<string, readonly Option[]>>;
  readonly channels: readonly { readonly value: string; readonly text: string }[];
  readonly limits: typeof MAX;
  readonly oldest: number;
  /** What may be told already; empty where nothing is, or nothing was looked for yet. */
  readonly duplicates: readonly DuplicateRow[];
  readonly way: readonly { readonly text: string; readonly href?: string }[];
}

export interface EntryShown {
  readonly form: EntryForm;
  readonly errors: FieldErrors;
  readonly findings: EntryFindings;
  readonly upload: UploadView;
  readonly duplicates: readonly DuplicateRow[];
}

const options = (values: readonly string[], namespace: string): Option[] =>
  values.map((value) => ({ value, label: `feedback.${namespace}.${value}` }));

/** Everything on one page: what came how and when, the words, where, who, the scans. */
export function entryPage({ form, errors, findings, upload, duplicates }: EntryShown, say: Say): EntryPage {
  return {
    title: 'staffEntry.title',
    form: shownForm(form, errors),
    upload,
    ...findings,
    options: {
      urgency: options(URGENCIES, 'urgency'),
      kind: options(KINDS, 'kind'),
      subject: options(SUBJECTS, 'subject'),
      submitterType: options(SUBMITTER_TYPES, 'submitterType'),
    },
    channels: STAFF_CHANNELS.map((value) => ({ value, text: say({ key: `feedback.channel.${value}` }) })),
    limits: MAX,
    oldest: OLDEST_RECEIPT,
    duplicates,
    way: [
      { text: say({ key: 'officer.queue.title' }), href: paths.officerQueue.to() },
      { text: say({ key: 'staffEntry.title' }) },
    ],
  };
}

/** Faults of the two questions stand beside the field in which they are typed; what is hidden has no field to link to. */
function shownForm(form: EntryForm, { procedureQuestion, agencyQuestion, ...errors }: FieldErrors): FormView {
  const placed: Record<string, Message> = { ...errors };
  if (procedureQuestion) placed.procedureCode = procedureQuestion;
  if (agencyQuestion) placed.agencyCode = agencyQuestion;
  const { receivedDay } = form;
  const day = receivedDay !== null && isCivilDay(receivedDay) ? formatDay(receivedDay) : receivedDay;
  const view = formView({ ...(form as object), receivedDay: day ?? '' }, placed);
  const hidden = ['submissionKey', 'seen'];
  const summary = view.summary.map((line) => (hidden.includes(line.name) ? { ...line, name: '' } : line));
  return { ...view, summary };
}
