import type { FormView } from '../../platform/web/form-view.js';
import { type CivilDay, dayOf } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { Publication } from '../../publication/publication.entity.js';
import type { PublishedField } from '../../publication/published.query.js';
import type { Finding } from './submit.view.js';

export const PUBLISHED_PAGE = 20;
const SUMMARY = 280;

/** A published item in the list. */
export interface PublishedRow {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly agency: string;
  readonly field: string | null;
  readonly outcome: Message;
  readonly answered: CivilDay | null;
}

/** What the address of a list says. */
export interface PublishedAddress {
  readonly q: string;
  readonly agency: string;
  readonly field: number | null;
}

export interface PublishedList extends PageModel {
  readonly form: FormView;
  readonly agency: Finding;
  readonly fieldOptions: readonly { readonly value: string; readonly text: string }[];
  readonly rows: readonly PublishedRow[];
  readonly total: number;
  readonly narrowed: boolean;
  readonly previous: string | null;
  readonly next: string | null;
}

export interface PublishedItem extends PageModel {
  readonly heading: string;
  readonly content: string;
  readonly reply: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly way: readonly { readonly text: string; readonly href?: string }[];
}

export function publishedRow(publication: Publication): PublishedRow {
  const { feedback: item, answer } = publication;
  return {
    href: paths.publishedItem.to({ code: publication.id }),
    title: publication.title,
    summary: beginning(publication.reply),
    agency: item.handlingAgency.name,
    field: item.field?.name ?? null,
    outcome: { key: `feedback.outcome.${answer.outcome}` },
    answered: item.answeredAt === null ? null : dayOf(item.answeredAt),
  };
}

/** @param page from 1. */
export function publishedList(
  address: PublishedAddress,
  page: number,
  found: { readonly rows: readonly Publication[]; readonly total: number },
  around: { form: FormView; agency: Finding; fields: readonly PublishedField[] },
): PublishedList {
  const to = (target: number): string => paths.published.to({ ...address, page: target });
  return {
    title: 'published.title',
    form: around.form,
    agency: around.agency,
    fieldOptions: around.fields.map(({ id, name, count }) => ({
      value: String(id),
      text: `${name} (${count})`,
    })),
    rows: found.rows.map(publishedRow),
    total: found.total,
    narrowed: address.q !== '' || address.agency !== '' || address.field !== null,
    previous: page > 1 ? to(page - 1) : null,
    next: page * PUBLISHED_PAGE < found.total ? to(page + 1) : null,
  };
}

/** @param say says a message in the reader's language. */
export function publishedItem(
  publication: Publication,
  say: (message: Message) => string,
  dayWords: (day: CivilDay) => string,
): PublishedItem {
  const { feedback: item, answer } = publication;
  const day = (instant: number | null): string => (instant === null ? '' : dayWords(dayOf(instant)));
  const facts = [
    { label: 'published.fact.agency', value: item.handlingAgency.name },
    { label: 'published.fact.outcome', value: say({ key: `feedback.outcome.${answer.outcome}` }) },
    { label: 'published.fact.subject', value: say({ key: `feedback.subject.${item.subject}` }) },
    { label: 'published.fact.field', value: item.field?.name ?? '' },
    {
      label: 'published.fact.procedure',
      value: item.procedure ? `${item.procedure.code} ${item.procedure.name}` : '',
    },
    { label: 'published.fact.submitted', value: day(item.submittedAt) },
    { label: 'published.fact.answered', value: day(item.answeredAt) },
    { label: 'published.fact.published', value: day(publication.publishedAt) },
  ];
  return {
    title: 'published.itemTitle',
    titleParams: { title: publication.title },
    heading: publication.title,
    content: publication.content,
    reply: publication.reply,
    facts: facts.filter(({ value }) => value !== ''),
    way: [{ text: say({ key: 'published.title' }), href: paths.published.to() }, { text: publication.title }],
  };
}

/** The first words of a text, cut between two of them. */
export function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SUMMARY) return line;
  const cut = line.slice(0, SUMMARY);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUMMARY / 2))}…`;
}
