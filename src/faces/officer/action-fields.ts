import { CRITERIA } from '../../feedback/classification.js';
import type { Need, Transition } from '../../feedback/transition.js';
import type { ActionForm } from './action.form.js';

export type ActionField = Exclude<keyof ActionForm, 'expectedVersion' | 'find'>;

const FIELDS: Record<Need, readonly ActionField[]> = {
  refusalReason: ['refusalReason'],
  redirection: ['redirection'],
  agency: ['agency', 'agencyQuestion'],
  master: ['masterCode'],
  classification: ['subject', 'fieldId'],
  reply: ['outcome', 'body', ...CRITERIA, 'number', 'day', 'signatory'],
  question: ['question'],
  reason: ['reason'],
  content: [],
  newContent: [],
  rating: [],
  assignee: [],
  concerned: [],
  innerDay: [],
  part: [],
  newDay: [],
};

/** What a proposal of publication asks for besides the row: the redacted words. */
export const SHOWN_FIELDS = ['shownTitle', 'shownContent', 'shownReply'] as const;

/** @returns the form's fields that a step draws and reads. */
export function fieldsOf({ action, needs }: Pick<Transition, 'action' | 'needs'>): ActionField[] {
  const own = action === 'proposePublication' ? SHOWN_FIELDS : [];
  return [...needs.flatMap((need) => FIELDS[need]), ...own];
}

/** Words that somebody wrote, and would have to write again if they were lost. */
export const TYPED_TEXTS: readonly ActionField[] = ['reason', 'question', 'body', ...SHOWN_FIELDS];
