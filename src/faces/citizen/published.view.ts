import { formView, type FormView } from '../../platform/web/form-view.js';
import { type CivilDay, formatDay, isCivilDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { askedWords } from '../../platform/database/word-index.js';
import type { PublishedAnswer } from '../../publication/published-answer.js';
import { MOST_COUNTED, type PublishedPage } from '../../publication/published.query.js';
import { type Part, partsOf, passage, type Wanted } from './found-words.js';
import type { ReadFilters } from './published-filters.service.js';
import type { Finding } from './submit.view.js';

export const PUBLISHED_PAGE = 20;
const SUMMARY = 280;

/** A published item in a list. */
export interface PublishedRow {
  readonly href: string;
  readonly title: readonly Part[];
  readonly summary: readonly Part[];
  readonly agency: string;
  readonly field: string | null;
  readonly outcome: Message;
  readonly answered: CivilDay | null;
  readonly late: boolean;
}

export interface PublishedList extends PageModel {
  readonly form: FormView;
  readonly agency: Finding;
  readonly procedure: Finding;
  readonly fieldOptions: readonly { readonly value: string; readonly text: string }[];
  readonly rows: readonly PublishedRow[];
  /** How many fit; null where nothing was asked that can be answered. */
  readonly total: Message | null;
  readonly narrowed: boolean;
  /** Whether the filters beside the words stand open. */
  readonly open: boolean;
  readonly feed: string | null;
  readonly previous: string | null;
  readonly next: string | null;
}

/** @param words what was looked for; empty marks nothing. */
export function publishedRow(answer: PublishedAnswer, words = ''): PublishedRow {
  const wanted: Wanted = new Set(askedWords(words).folded);
  return {
    href: paths.publishedItem.to({ number: answer.number }),
    title: partsOf(answer.title, wanted),
    summary: passage([answer.reply, answer.content], wanted, SUMMARY),
    agency: answer.agency.name,
    field: answer.field?.name ?? null,
    outcome: { key: `feedback.outcome.${answer.outcome}` },
    answered: answer.answeredDay,
    late: answer.late,
  };
}

/** @param found null where the question must be mended first. */
export function publishedList(
  read: ReadFilters,
  found: { readonly page: PublishedPage; readonly total: number } | null,
  fields: readonly { readonly id: number; readonly name: string }[],
): PublishedList {
  const { address, form, question } = read;
  const edges = found?.page ?? { previous: null, next: null };
  const to = (edge: object): string => paths.published.to({ ...address, ...edge });
  const { q, ...filters } = address;
  const filtered = Object.values(filters).some((value) => value !== '' && value !== null);
  const choosing = read.agency.searched || read.procedure.searched;
  return {
    title: 'published.title',
    form: shownForm(read),
    agency: read.agency,
    procedure: read.procedure,
    fieldOptions: fields.map(({ id, name }) => ({ value: String(id), text: name })),
    rows: found?.page.rows.map((row) => publishedRow(row, form.q)) ?? [],
    total: found && totalOf(found.total),
    narrowed: filtered || q !== '',
    open: filtered || choosing || question === null,
    feed: question && paths.publishedFeed.to(address),
    previous: edges.previous === null ? null : to({ before: edges.previous }),
    next: edges.next === null ? null : to({ after: edges.next }),
  };
}

function totalOf(total: number): Message {
  return total > MOST_COUNTED
    ? { key: 'published.countMore', params: { total: MOST_COUNTED } }
    : { key: 'published.count', params: { total } };
}

/** A select compares texts, and days are shown as people write them. */
function shownForm({ form, errors }: ReadFilters): FormView {
  const written = (day: string | null): string =>
    day !== null && isCivilDay(day) ? formatDay(day) : (day ?? '');
  const { q, agency, agencyQuestion, procedure, procedureQuestion, from, to, field } = form;
  const shown = { q, agency, agencyQuestion, field: String(field ?? ''), procedure, procedureQuestion };
  return formView({ ...shown, from: written(from), to: written(to) }, errors);
}
