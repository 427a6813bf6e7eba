import { formatDay, formatInstant, dayOf, startOfDay } from '../platform/kernel/civil-day.js';
import { formatCount, formatRatio, type Ratio } from '../platform/kernel/ratio.js';
import { percentText } from '../platform/kernel/percent.js';
import { type ColumnGroup, groupsFor } from './column-groups.js';
import type { ColumnNumber } from './column.js';
import { type Goal, reaches, targetOf } from './figure-goal.js';
import type { FiguresLinks } from './figures-links.js';
import type { Period } from './period.js';
import { RATIOS } from './ratios.js';
import type { Report, ReportRow } from './report.js';
import { type Say, sentence } from './sentence.js';

/** One number of a table; `label` stands beside it on a phone. */
interface CellView {
  readonly label: string;
  readonly text: string;
  readonly href: string | null;
}

interface RowHead {
  readonly name: string;
  readonly note: string;
  readonly href: string | null;
}

interface RowView extends RowHead {
  readonly isTotal: boolean;
  readonly cells: readonly CellView[];
}

/** A report as its templates print it: words, numbers and links. */
export interface ReportView {
  readonly sentence: string;
  readonly broken: string;
  readonly facts: readonly { label: string; value: string }[];
  readonly stats: readonly { label: string; of: Ratio; note: string; more: string; target: string }[];
  readonly groups: readonly { name: string; rows: readonly (CellView & { number: string })[] }[];
  readonly tabs: readonly { href: string; text: string; current: boolean }[];
  readonly table: {
    readonly name: string;
    readonly heads: readonly { number: string; name: string }[];
    readonly rows: readonly RowView[];
    /** Rows in which nothing happened, named below the table: on a phone each would fill half a screen with zeros. */
    readonly quiet: readonly RowHead[];
  };
  readonly csv: string;
  readonly json: string;
}

/** The cut-off in words: the end of a day, or an instant within one. */
export function cutOffText({ until }: Period, say: Say): string {
  const lastDay = dayOf(until - 1);
  if (startOfDay(dayOf(until)) === until) return say('figures.page.cutOffDay', { day: formatDay(lastDay) });
  return formatInstant(until);
}

export function periodText({ firstDay, lastDay }: Period, say: Say): string {
  return say('figures.page.periodValue', { from: formatDay(firstDay), to: formatDay(lastDay) });
}

/**
 * @param part the group of columns in which the rows are compared; the first where it names none.
 * @param goal what the agency is to reach, for readers who are told; null for others, and where nothing was set.
 */
export function reportView(
  report: Report,
  part: string,
  links: FiguresLinks,
  say: Say,
  goal: Goal | null = null,
): ReportView {
  const groups = groupsFor(report);
  const shown = groups.find(({ key }) => key === part) ?? groups[0];
  return {
    sentence: sentence(report.total.counts, say),
    broken:
      report.broken.length > 0 ? say('figures.error.broken', { identities: report.broken.join('; ') }) : '',
    facts: factsOf(report, say),
    stats: RATIOS.map(({ number }) => ({
      label: `figures.ratio.${number}.name`,
      of: report.total.ratios[number],
      note: `figures.ratio.${number}.formula`,
      // Unrated counts as satisfied: how many were rated stands beside it.
      more: number === '24' ? say('figures.page.ratings', { count: report.total.counts['24b'] }) : '',
      target: targetText(goal && targetOf(goal, number), report.total.ratios[number], say),
    })),
    groups: groups.map((group) => ({
      name: say(`figures.group.${group.key}`),
      rows: group.columns.map((number) => ({
        number,
        ...countCell(report.total, number, '', links, say),
      })),
    })),
    tabs: groups.map(({ key }) => ({
      href: `${links.page({ part: key })}#rows`,
      text: say(`figures.group.${key}`),
      current: key === shown?.key,
    })),
    table: shown ? tableOf(report, shown, links, say) : NO_TABLE,
    csv: links.page({ format: 'csv' }),
    json: links.page({ format: 'json' }),
  };
}

/** Achieved or missed in words, compared exactly; the share that is printed was cut. */
function targetText(target: number | null, of: Ratio, say: Say): string {
  if (target === null) return '';
  const reached = reaches(of, target);
  const verdict = reached === null ? 'unknown' : reached ? 'reached' : 'missed';
  return say(`figures.page.target.${verdict}`, { target: percentText(target) });
}

function factsOf({ period, agency, definition }: Report, say: Say): ReportView['facts'] {
  return [
    { label: 'figures.page.agency', value: agency?.name ?? '—' },
    { label: 'figures.page.period', value: periodText(period, say) },
    { label: 'figures.page.cutOff', value: cutOffText(period, say) },
    { label: 'figures.page.rounding', value: say('figures.page.roundingValue') },
    { label: 'figures.page.definition', value: say('figures.page.definitionValue', { version: definition }) },
  ];
}

const NO_TABLE: ReportView['table'] = { name: '', heads: [], rows: [], quiet: [] };

function tableOf(report: Report, group: ColumnGroup, links: FiguresLinks, say: Say): ReportView['table'] {
  const heads = group.columns.map((number) => ({ number, name: say(`figures.column.${number}.name`) }));
  const ratios = group.ratios.map((number) => ({ number, name: say(`figures.ratio.${number}.name`) }));
  if (report.rows.length === 0) return NO_TABLE;
  const total = { name: say('figures.row.total'), note: '', href: null, isTotal: true };
  return {
    name: say(`figures.group.${group.key}`),
    heads: [...heads, ...ratios],
    rows: [
      ...report.rows.filter(isBusy).map((row) => ({
        ...rowHead(row, links, say),
        isTotal: false,
        cells: cells(row, row, group, links, say),
      })),
      { ...total, cells: cells(report.total, null, group, links, say) },
    ],
    quiet: report.rows.filter((row) => !isBusy(row)).map((row) => rowHead(row, links, say)),
  };
}

function isBusy({ counts }: ReportRow): boolean {
  return Object.values(counts).some((count) => count !== 0);
}

function rowHead({ name, agencyCode, isAbolished }: ReportRow, links: FiguresLinks, say: Say): RowHead {
  return {
    name: typeof name === 'string' ? name : say(name.key, name.params),
    note: isAbolished ? say('figures.row.abolished') : '',
    href: agencyCode === null ? null : links.page({ agency: agencyCode }),
  };
}

type Numbers = Pick<ReportRow, 'counts' | 'ratios'>;

/** A child agency's lists are those of its own report. */
function cells(
  numbers: Numbers,
  row: ReportRow | null,
  group: ColumnGroup,
  links: FiguresLinks,
  say: Say,
): CellView[] {
  const child = row?.agencyCode ?? null;
  const within: FiguresLinks =
    child === null ? links : { ...links, list: (column) => links.list(column, '', { agency: child }) };
  return [
    ...group.columns.map((number) => countCell(numbers, number, row?.key ?? '', within, say)),
    ...group.ratios.map((number) => ({
      label: say(`figures.ratio.${number}.name`),
      text: formatRatio(numbers.ratios[number]),
      href: null,
    })),
  ];
}

function countCell(
  { counts }: Numbers,
  number: ColumnNumber,
  row: string,
  links: FiguresLinks,
  say: Say,
): CellView {
  return {
    label: say(`figures.column.${number}.name`),
    text: formatCount(counts[number]),
    href: links.list(number, row),
  };
}
