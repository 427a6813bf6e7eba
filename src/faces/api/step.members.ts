import { RateForm, ReopenForm, SupplementForm, WithdrawForm } from '../../tracking/step.form.js';
import type { Member, Members } from './read-members.js';

/** A step's form, and what its body is made of. */
export interface StepBody<T extends object> {
  readonly Form: new () => T;
  readonly members: Members;
}

/** What the sender has seen; without it the step is taken on the item as it stands. */
const version: Member = { as: 'version', kind: 'whole' };
const content: Member = { as: 'content', kind: 'text' };

/** The citizen's steps by their addresses, read by the forms of the pages. */
export const STEP_BODIES = {
  supplement: { Form: SupplementForm, members: { content, version } },
  reopening: { Form: ReopenForm, members: { content, version } },
  rating: {
    Form: RateForm,
    members: { rating: { as: 'rating', kind: 'choice' }, words: { as: 'words', kind: 'text' }, version },
  },
  withdraw: { Form: WithdrawForm, members: { confirm: { as: 'confirm', kind: 'flag' }, version } },
} as const satisfies Readonly<Record<string, StepBody<object>>>;
