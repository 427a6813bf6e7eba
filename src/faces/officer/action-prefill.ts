import { CRITERIA } from '../../feedback/classification.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Action } from '../../feedback/transition.js';
import type { Reply } from '../../feedback/reply.entity.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import type { Publication } from '../../publication/publication.entity.js';
import { maskPersonal } from '../../publication/redaction.js';
import { secretsOf } from '../../publication/secrets-of.js';
import type { ActionForm } from './action.form.js';

/** What is known besides the item when a step's form is opened. */
export interface Known {
  readonly reply: Reply | null;
  readonly publication: Publication | null;
  /** Who usually signs for the agency; '' where nobody was named. */
  readonly signatory: string;
}

/** @returns what a fresh form begins with: the earlier draft, the present classification, words already masked. */
export function prefill(action: Action, item: Feedback, known: Known): Partial<ActionForm> {
  if (action === 'draft') return known.reply ? draftAgain(known.reply) : { signatory: known.signatory };
  if (action === 'approve' && known.reply) return documentAgain(known.reply);
  if (action === 'reclassify')
    return { subject: item.subject, fieldId: item.fieldId, procedureCode: item.procedure?.code ?? '' };
  if (action === 'proposePublication' && known.reply) return shownWords(item, known.reply, known.publication);
  return {};
}

/** A draft that was sent back, or the answer that a reopening undid, is worked on, not typed again. */
function draftAgain(reply: Reply): Partial<ActionForm> {
  const verdicts = CRITERIA.map((one) => [one, reply.criteria?.[one] ?? '']);
  return {
    outcome: reply.outcome,
    body: reply.body,
    ...documentAgain(reply),
    ...(Object.fromEntries(verdicts) as Partial<ActionForm>),
  };
}

/** Whoever approves confirms number, day and signatory, or writes them anew. */
function documentAgain({ number, day, signatory }: Reply): Partial<ActionForm> {
  return { number: number ?? '', day: day === null ? null : formatDay(day), signatory: signatory ?? '' };
}

function shownWords(item: Feedback, reply: Reply, earlier: Publication | null): Partial<ActionForm> {
  // Words that somebody redacted before, of the same answer, are better than the machine's.
  if (earlier?.replyId === reply.id)
    return { shownTitle: earlier.title, shownContent: earlier.content, shownReply: earlier.reply };
  const secrets = secretsOf(item, item.submitter);
  const mask = (text: string): string => maskPersonal(text, secrets);
  return { shownTitle: mask(item.title), shownContent: mask(item.content), shownReply: mask(reply.body) };
}

/** Codes that a link to a form proposes; of any shape, since they come with the address. */
export interface Proposed {
  readonly agency: unknown;
  readonly procedure: unknown;
}

/** Longer is no code. */
const CODE = 40;

/** @returns what the link proposes, as the form's fields; whether the codes name anything is asked like of any other. */
export function proposedWords(proposed: Proposed | undefined): Partial<ActionForm> {
  const { agency, procedure } = proposed ?? {};
  return {
    ...(typeof agency === 'string' && agency.length <= CODE ? { agency } : {}),
    ...(typeof procedure === 'string' && procedure.length <= CODE ? { procedureCode: procedure } : {}),
  };
}
