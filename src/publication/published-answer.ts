import type { Kind, Subject } from '../feedback/classification.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import type { PublishedEntry } from './published-entry.entity.js';

interface Named {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/**
 * Everything that anybody may read of a published answer, on whatever page, feed, file or address: what is not named
 * here is not public. No submitter, no tracking code, no officer; the rating is the one person's who wrote, so that it
 * is told in sums over an agency alone.
 */
export interface PublishedAnswer {
  /** The public number, the same for good. */
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly reply: string;
  readonly agency: Named;
  readonly field: Named | null;
  readonly procedure: Named | null;
  readonly subject: Subject;
  readonly kind: Kind;
  readonly outcome: string;
  readonly submittedDay: CivilDay;
  readonly answeredDay: CivilDay | null;
  /** The promised day, an extension included. */
  readonly dueDay: CivilDay;
  /** Answered after that day. */
  readonly late: boolean;
  /** Epoch ms. */
  readonly publishedAt: number;
  /** By when it was to be public, where that was settled. */
  readonly publicationDueDay: CivilDay | null;
  /** Published after that day. */
  readonly publishedLate: boolean;
}

/** @param entry with `publication.feedback`, `agency`, `field` and `procedure` joined. */
export function publishedAnswer(entry: PublishedEntry): PublishedAnswer {
  const { publication, agency, field, procedure, subject, kind, outcome, submittedAt, publishedAt } = entry;
  const { id: number, title, content, reply, feedback } = publication;
  const answeredDay = feedback.answeredAt === null ? null : dayOf(feedback.answeredAt);
  return {
    ...{ number, title, content, reply, subject, kind, outcome, publishedAt, answeredDay },
    agency: named(agency),
    field: field && named(field),
    procedure: procedure && named(procedure),
    submittedDay: dayOf(submittedAt),
    dueDay: feedback.dueDay,
    publicationDueDay: publication.dueDay,
    publishedLate: publication.publishedLate === true,
    late: answeredDay !== null && answeredDay > feedback.dueDay,
  };
}

const named = ({ id, code, name }: Named): Named => ({ id, code, name });
