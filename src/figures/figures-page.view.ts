import type { Agency } from '../directory/agency.entity.js';
import { formatDay } from '../platform/kernel/civil-day.js';
import { type FormView, formView } from '../platform/web/form-view.js';
import { FiguresForm } from './figures.form.js';
import type { Goal } from './figure-goal.js';
import type { FiguresLinks } from './figures-links.js';
import type { ReadQuestion } from './figures-questions.service.js';
import { CUTS_OFFERED, type Report } from './report.js';
import { REPORTING_PERIODS } from './reporting-period.js';
import { reportView, type ReportView } from './report.view.js';
import type { Say } from './sentence.js';

interface Option {
  readonly value: string;
  readonly text: string;
}

/** What every page of figures is made of: the question's form, and the report where the question can be answered. */
export interface FiguresPageView {
  readonly form: FormView;
  readonly periods: readonly Option[];
  readonly cuts: readonly Option[];
  readonly agencies: {
    readonly source: string;
    readonly chosen: Option | null;
    readonly results: readonly Option[];
    readonly searched: boolean;
  };
  readonly part: string;
  /** Whether the form stands open: something must be mended or chosen. */
  readonly choosing: boolean;
  readonly report: ReportView | null;
}

/**
 * @param top the agency that an empty field means, so that one can go back to it.
 * @param goal what the agency is to reach, where the reader is told.
 */
export function figuresPageView(
  read: ReadQuestion,
  report: Report | null,
  top: Readonly<Agency> | null,
  links: FiguresLinks,
  say: Say,
  goal: Goal | null = null,
): FiguresPageView {
  const { form, errors, finding } = read;
  const chosen = finding.chosen && option(finding.chosen);
  const others = finding.results.map(option).filter(({ value }) => value !== chosen?.value);
  const back =
    top && top.code !== chosen?.value && !others.some(({ value }) => value === top.code) ? [option(top)] : [];
  return {
    form: formView(
      Object.assign(new FiguresForm(), form, shownDays(read), { by: form.by || 'agency' }),
      errors,
    ),
    periods: REPORTING_PERIODS.map((period) => ({ value: period, text: say(`figures.period.${period}`) })),
    cuts: CUTS_OFFERED.map((by) => ({ value: by, text: say(`figures.form.by.${by}`) })),
    agencies: { source: links.agencies, chosen, results: [...others, ...back], searched: finding.searched },
    part: form.part,
    choosing: report === null || finding.searched,
    report: report && reportView(report, form.part, links, say, goal),
  };
}

/** Days as people write them; those meant by an empty question stand in the fields. */
function shownDays({ form, question }: ReadQuestion): { from: string; to: string } {
  const meant =
    question && form.period === '' ? { from: question.span.firstDay, to: question.span.lastDay } : null;
  const written = (day: string | null): string =>
    day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? formatDay(day) : (day ?? '');
  return { from: written(meant?.from ?? form.from), to: written(meant?.to ?? form.to) };
}

function option({ code, name }: Readonly<Agency>): Option {
  return { value: code, text: name };
}
