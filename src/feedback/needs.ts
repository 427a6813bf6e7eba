import { isCivilDay } from '../platform/kernel/civil-day.js';
import { DomainError, type Message } from '../platform/kernel/errors.js';
import { CRITERIA, outcomesOf, REDIRECTIONS, REFUSAL_REASONS, SUBJECTS } from './classification.js';
import type { Feedback } from './feedback.entity.js';
import type { Need } from './transition.js';
import { RATINGS } from './state.js';
import type { TransitionInput } from './transition-input.js';

type Faults = Record<string, Message>;
const missing = (field: string): Faults => ({ [field]: { key: `lifecycle.need.${field}` } });
const oneOf = (values: readonly string[], value: string | undefined, field: string): Faults =>
  value !== undefined && values.includes(value) ? {} : missing(field);
const words = (value: string | undefined, field: string): Faults => (value?.trim() ? {} : missing(field));

/** What is missing or wrong in the input, by field. Agencies and masters are looked up later, inside the unit of work. */
const CHECKS: Record<Need, (input: TransitionInput, item: Feedback) => Faults> = {
  reason: ({ reason }) => words(reason, 'reason'),
  refusalReason: ({ refusalReason }) => oneOf(REFUSAL_REASONS, refusalReason, 'refusalReason'),
  redirection: ({ redirection }) => oneOf(REDIRECTIONS, redirection, 'redirection'),
  question: ({ question }) => words(question, 'question'),
  content: ({ content }) => words(content, 'content'),
  newContent: ({ content }) => words(content, 'content'),
  agency: ({ agencyId }) => (agencyId === undefined ? missing('agencyId') : {}),
  master: ({ masterCode }) => words(masterCode, 'masterCode'),
  rating: ({ rating }) => oneOf(RATINGS, rating, 'rating'),
  classification: ({ subject }) => oneOf(SUBJECTS, subject, 'subject'),
  assignee: ({ assigneeId }) => (assigneeId === undefined ? missing('assigneeId') : {}),
  concerned: ({ concernsStaffId }) => (concernsStaffId === undefined ? missing('concernsStaffId') : {}),
  innerDay: ({ innerDay }) => (innerDay === undefined || !isCivilDay(innerDay) ? missing('innerDay') : {}),
  newDay: ({ newDay }) => (newDay === undefined ? missing('newDay') : {}),
  part: ({ part }) => ({
    ...words(part?.title, 'partTitle'),
    ...words(part?.content, 'partContent'),
    ...oneOf(SUBJECTS, part?.subject, 'partSubject'),
  }),
  reply: (input, item) => replyFaults(input, item),
};

/** A reply is the artefact without which nothing is answered; of a regulation it states the six criteria. */
function replyFaults({ reply }: TransitionInput, item: Feedback): Faults {
  if (!reply) return missing('body');
  const outcome = oneOf(outcomesOf(item.subject), reply.outcome, 'outcome');
  const assessed = item.subject === 'ADMIN_ACT' || CRITERIA.every((criterion) => reply.criteria?.[criterion]);
  return { ...words(reply.body, 'body'), ...outcome, ...(assessed ? {} : missing('criteria')) };
}

/** @throws DomainError('invalid') that names every field at fault. */
export function requireNeeds(needs: readonly Need[], input: TransitionInput, item: Feedback): void {
  const faults = Object.assign({}, ...needs.map((need) => CHECKS[need](input, item))) as Faults;
  if (Object.keys(faults).length > 0) throw new DomainError('invalid', 'errors.invalid', {}, faults);
}
