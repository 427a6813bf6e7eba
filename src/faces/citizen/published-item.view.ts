import { type CivilDay, dayOf } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { PublishedAnswer } from '../../publication/published-answer.js';

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
  readonly action?: string;
}

export interface PublishedItem extends PageModel {
  readonly heading: string;
  readonly content: string;
  readonly reply: string;
  readonly late: boolean;
  /** Published after the day by which it was to be. */
  readonly publishedLate: boolean;
  readonly facts: readonly Fact[];
  readonly way: readonly { readonly text: string; readonly href?: string }[];
}

/** How many said that it helped them, and whether this browser did. */
export interface HelpedState {
  readonly times: number;
  readonly said: boolean;
}

/**
 * @param say says a message in the reader's language.
 * @param dayWords prints a day.
 */
export function publishedItem(
  answer: PublishedAnswer,
  { times, said }: HelpedState,
  say: (message: Message) => string,
  dayWords: (day: CivilDay) => string,
): PublishedItem {
  const list = { text: say({ key: 'published.title' }), href: paths.published.to() };
  return {
    title: 'published.itemTitle',
    titleParams: { title: answer.title },
    heading: answer.title,
    content: answer.content,
    reply: answer.reply,
    late: answer.late,
    publishedLate: answer.publishedLate,
    facts: factsOf(answer, say, dayWords).filter(({ value }) => value !== ''),
    way: [list, { text: answer.title }],
    times,
    said,
    number: answer.number,
    procedureCode: answer.procedure?.code ?? null,
  };
}

function factsOf(
  answer: PublishedAnswer,
  say: (message: Message) => string,
  dayWords: (day: CivilDay) => string,
): Fact[] {
  const { procedure, agency, field } = answer;
  const more = { action: 'published.fact.more' };
  return [
    {
      label: 'published.fact.agency',
      value: agency.name,
      href: paths.published.to({ agency: agency.code }),
      ...more,
    },
    { label: 'published.fact.approvedBy', value: say({ key: 'published.fact.head' }) },
    { label: 'published.fact.outcome', value: say({ key: `feedback.outcome.${answer.outcome}` }) },
    { label: 'published.fact.subject', value: say({ key: `feedback.subject.${answer.subject}` }) },
    {
      label: 'published.fact.field',
      value: field?.name ?? '',
      ...(field ? { href: paths.published.to({ field: field.id }), ...more } : {}),
    },
    {
      label: 'published.fact.procedure',
      value: procedure ? `${procedure.code} ${procedure.name}` : '',
      ...(procedure
        ? { href: paths.publicProcedure.to({ code: procedure.code }), action: 'published.fact.open' }
        : {}),
    },
    { label: 'published.fact.submitted', value: dayWords(answer.submittedDay) },
    { label: 'published.fact.due', value: dayWords(answer.dueDay) },
    {
      label: 'published.fact.answered',
      value: answer.answeredDay === null ? '' : dayWords(answer.answeredDay),
    },
    { label: 'published.fact.published', value: dayWords(dayOf(answer.publishedAt)) },
  ];
}
