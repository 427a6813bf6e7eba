import { paths } from '../../platform/web/paths.js';
import type { PublishedAnswer } from '../../publication/published-answer.js';
import type { ReadFilters } from './published-filters.service.js';
import { element, xmlDocument } from './xml.js';

export const FEED_LENGTH = 50;
/** The year in which the addresses were first given: part of every id for good (RFC 4151). */
const SINCE = 2026;

export interface FeedAround {
  readonly read: ReadFilters;
  readonly lang: string;
  readonly baseUrl: string;
}

type Say = (key: string, params?: Record<string, string | number>) => string;

/** @returns an Atom document: entries newest first, each with the id that its address has for good. */
export function atomFeed(rows: readonly PublishedAnswer[], around: FeedAround, say: Say): string {
  const { read, lang, baseUrl } = around;
  const self = paths.publishedFeed.to(read.address);
  const id = (address: string): string =>
    element('id', `tag:${new URL(baseUrl).hostname},${SINCE}:${address}`);
  const link = (rel: string, type: string, address: string): string =>
    element('link', null, { rel, type, href: `${baseUrl}${address}` });
  return xmlDocument('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, [
    element('title', titleOf(read, say)),
    element('subtitle', say('published.lede')),
    id(self),
    element('updated', isoOf(Math.max(0, ...rows.map(({ publishedAt }) => publishedAt)))),
    element('generator', 'Lắng Nghe'),
    link('self', 'application/atom+xml', self),
    link('alternate', 'text/html', paths.published.to(read.address)),
    ...rows.flatMap((row) => {
      const address = paths.publishedItem.to({ number: row.number });
      const instant = isoOf(row.publishedAt);
      return [
        '<entry>',
        element('title', row.title),
        id(address),
        link('alternate', 'text/html', address),
        element('published', instant),
        element('updated', instant),
        `<author>${element('name', row.agency.name)}</author>`,
        ...(row.field ? [element('category', null, { term: row.field.code, label: row.field.name })] : []),
        element('summary', say(`feedback.outcome.${row.outcome}`)),
        element('content', textOf(row, say), { type: 'text' }),
        '</entry>',
      ];
    }),
  ]);
}

function titleOf({ form, agency, field, procedure }: ReadFilters, say: Say): string {
  const narrowing = [form.q && `“${form.q}”`, agency.chosen?.text, field, procedure.chosen?.text].filter(
    Boolean,
  );
  return [say('published.title'), ...narrowing].join(' · ');
}

function textOf({ content, reply }: PublishedAnswer, say: Say): string {
  return `${say('published.content')}\n\n${content}\n\n${say('published.reply')}\n\n${reply}`;
}

const isoOf = (instant: number): string => new Date(instant).toISOString();
