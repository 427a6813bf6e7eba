import { TERMS } from '../feedback/terms.js';
import { addDays, dayOf, formatDay } from '../platform/kernel/civil-day.js';
import { paths } from '../platform/web/paths.js';
import type { CitizenCase } from './citizen-case.query.js';
import type { Facts } from './letters.js';

/**
 * What letters to a submitter may say: code, days, agency, and what the agency wrote to this person. Never the PIN
 * beside the code, never what the person wrote, never the answer: a mail passes through many hands.
 * @param baseUrl how people reach the product.
 */
export function citizenFacts({ item, entry, words, agency, other }: CitizenCase, baseUrl: string): Facts {
  const linkTo = (code: string): string => `${baseUrl}${paths.track.to({ ma: code })}`;
  const { supplementBy, newDay } = entry.details ?? {};
  const answered = dayOf(entry.effectiveAt);
  return {
    code: item.code,
    link: linkTo(item.code),
    agency,
    dueDay: formatDay(entry.dueDay),
    originalDay: formatDay(entry.plainDueDay),
    question: words,
    reason: words,
    untilDay: formatted(supplementBy),
    newDay: formatted(newDay),
    ratingUntil: formatDay(addDays(answered, TERMS.rating)),
    reopenUntil: formatDay(addDays(answered, TERMS.reopening)),
    masterCode: other?.code ?? '',
    originalCode: other?.code ?? '',
    originalLink: other ? linkTo(other.code) : '',
  };
}

function formatted(day: string | number | undefined): string {
  return typeof day === 'string' ? formatDay(day) : '';
}
