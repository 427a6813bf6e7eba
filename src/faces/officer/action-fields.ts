import { CRITERIA } from '../../feedback/classification.js';
import type { Action, Need, Transition } from '../../feedback/transition.js';
import type { ActionForm } from './action.form.js';

export type ActionField = Exclude<
  keyof ActionForm,
  'expectedVersion' | 'find' | 'insert' | 'keep' | 'cleared' | 'clearedSeen'
>;

/** The document of a reply, as it was numbered and signed. */
export const DOCUMENT_FIELDS = ['number', 'day', 'signatory'] as const;

const FIELDS: Record<Need, readonly ActionField[]> = {
  refusalReason: ['refusalReason'],
  redirection: ['redirection'],
  agency: ['agency', 'agencyQuestion'],
  master: ['masterCode'],
  classification: ['subject', 'procedureCode', 'procedureQuestion', 'fieldId'],
  reply: ['outcome', 'body', ...CRITERIA, ...DOCUMENT_FIELDS],
  question: ['question'],
  reason: ['reason'],
  content: ['content'],
  newContent: [],
  rating: [],
  assignee: [],
  concerned: [],
  innerDay: ['innerDay'],
  part: ['partTitle', 'partContent', 'partSubject'],
  newDay: [],
};

/** What a proposal of publication asks for besides the row: the redacted words. */
export const SHOWN_FIELDS = ['shownTitle', 'shownContent', 'shownReply'] as const;

/** What a step asks for besides its row. */
const OWN: Partial<Record<Action, readonly ActionField[]>> = {
  proposePublication: [...SHOWN_FIELDS, 'clearedReason'],
  unpublish: ['unpublishKind'],
  approve: DOCUMENT_FIELDS,
  draft: ['template'],
};

/** @returns the form's fields that a step draws and reads. */
export function fieldsOf({ action, needs }: Pick<Transition, 'action' | 'needs'>): ActionField[] {
  return [...needs.flatMap((need) => FIELDS[need]), ...(OWN[action] ?? [])];
}

/** Words that somebody wrote, and would have to write again if they were lost. */
export const TYPED_TEXTS: readonly ActionField[] = [
  'reason',
  'question',
  'content',
  'body',
  'partTitle',
  'partContent',
  ...SHOWN_FIELDS,
  'clearedReason',
];

/** @returns whether files come with the step: of the reply, or of an opinion. */
export function takesFiles(action: Action): boolean {
  return action === 'draft' || action === 'contribute';
}
