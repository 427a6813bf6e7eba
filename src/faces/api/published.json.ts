import { paths } from '../../platform/web/paths.js';
import type { PublishedAnswer } from '../../publication/published-answer.js';
import { API } from './api-addresses.js';
import { iso, lower, type Say } from './item.json.js';

/** A published answer: what `PublishedAnswer` holds, and nothing else. */
export function publishedJson(
  answer: PublishedAnswer,
  { say, baseUrl }: { readonly say: Say; readonly baseUrl: string },
): object {
  const { number, title, content, reply, agency, field, procedure, subject, kind, outcome } = answer;
  const { submittedDay, answeredDay, dueDay, late } = answer;
  const { publishedAt, publicationDueDay, publishedLate } = answer;
  return {
    ...{ number, title, content, reply },
    agency: named(agency),
    field: field && named(field),
    procedure: procedure && named(procedure),
    subject: lower(subject),
    kind: lower(kind),
    outcome: lower(outcome),
    outcomeLabel: say({ key: `feedback.outcome.${outcome}` }),
    ...{ submittedDay, answeredDay, dueDay, late },
    ...{ publishedAt: iso(publishedAt), publicationDueDay, publishedLate },
    href: API.publishedOne.to({ number }),
    page: baseUrl + paths.publishedItem.to({ number }),
  };
}

function named({ code, name }: { readonly code: string; readonly name: string }): object {
  return { code, name };
}
