import { formatDay, isCivilDay } from '../platform/kernel/civil-day.js';
import { formatCount } from '../platform/kernel/ratio.js';
import { formView } from '../platform/web/form-view.js';
import type { PageModel } from '../platform/web/page.js';
import type { FieldErrors } from '../platform/web/read-form.js';
import type { CriticisedForm } from './criticised.form.js';
import { CRITICISED_BY, type CriticisedQuestion } from './criticised.query.js';
import type { Criticised } from './criticised-rows.js';

/** A page shows the first; the file has all. */
const SHOWN = 100;

type Say = (key: string, params?: Record<string, string | number>) => string;

/** Where a row leads, and where the page's own form and file are. */
export interface CriticisedLinks {
  readonly page: string;
  readonly csv: string | null;
  row(row: Criticised): string | null;
}

/** @param rows null where the question must be mended first. */
export function criticisedView(
  {
    form,
    errors,
    question,
  }: { form: CriticisedForm; errors: FieldErrors; question: CriticisedQuestion | null },
  rows: readonly Criticised[] | null,
  links: CriticisedLinks,
  say: Say,
): PageModel {
  return {
    title: 'published.criticised.title',
    form: formView(shown(form, question), errors),
    action: links.page,
    cuts: CRITICISED_BY.map((by) => ({ value: by, text: say(`published.criticised.${by}`) })),
    by: question?.by ?? 'procedure',
    period:
      question &&
      say('published.criticised.period', { from: formatDay(question.from), to: formatDay(question.to) }),
    total:
      rows && say('published.criticised.sum', { total: rows.reduce((sum, { total }) => sum + total, 0) }),
    rows: rows?.slice(0, SHOWN).map((row) => rowOf(row, links, say)) ?? null,
    more:
      rows && rows.length > SHOWN
        ? say('published.criticised.more', { shown: SHOWN, all: rows.length })
        : null,
    csv: links.csv,
  };
}

function rowOf(row: Criticised, links: CriticisedLinks, say: Say): object {
  const { outcomes, otherOutcomes, unanswered } = row;
  const results = [
    ...outcomes.map(({ outcome, count }) => ({ text: say(`feedback.outcome.${outcome}`), count })),
    { text: say('published.criticised.otherOutcomes'), count: otherOutcomes },
    { text: say('published.criticised.unanswered'), count: unanswered },
  ];
  return {
    name: row.id === null ? say('published.criticised.none') : row.name,
    code: row.code,
    href: links.row(row),
    total: formatCount(row.total),
    regulation: formatCount(row.regulation),
    both: formatCount(row.both),
    results: results
      .filter(({ count }) => count > 0)
      .map(({ text, count }) => `${text}: ${formatCount(count)}`)
      .join('; '),
  };
}

/** Days as people write them; a select compares texts. */
function shown({ year, from, to, by }: CriticisedForm, question: CriticisedQuestion | null): object {
  const written = (day: string | null): string =>
    day !== null && isCivilDay(day) ? formatDay(day) : (day ?? '');
  // with a year the days are not used: other days beside it would read as the period
  const meant = !question ? { from, to } : year === null ? question : { from: null, to: null };
  return {
    year: year ?? '',
    from: written(meant.from),
    to: written(meant.to),
    by: by === '' ? 'procedure' : by,
  };
}
