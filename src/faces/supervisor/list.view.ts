import { kindOf } from '../../figures/columns.js';
import type { FiguresLinks } from '../../figures/figures-links.js';
import type { Hit } from '../../figures/hit.js';
import type { ListedItem } from '../../figures/listed-items.query.js';
import type { Say } from '../../figures/sentence.js';
import { formatDay, formatInstant } from '../../platform/kernel/civil-day.js';
import { formatCount } from '../../platform/kernel/ratio.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { ListForm } from './list.form.js';

export const PAGE_SIZE = 50;

export interface ListAnswer {
  readonly form: ListForm;
  /** All that the number counts. */
  readonly hits: readonly Hit[];
  /** The page of them that is shown. */
  readonly lines: readonly ListedItem[];
  /** Name of the agency whose report it is. */
  readonly agency: string;
}

export type ListView = PageModel & {
  readonly heading: string;
  readonly length: string;
  readonly rows: readonly LineView[];
};

interface LineView {
  readonly when: string;
  readonly effect: string;
  /** Null where the person may not see the item. */
  readonly item: {
    code: string;
    href: string;
    title: string;
    state: string;
    due: string;
    agency: string;
  } | null;
}

/** The page of a list: its length is the number it was opened from. */
export function listView({ form, hits, lines, agency }: ListAnswer, links: FiguresLinks, say: Say): ListView {
  const column = say('figures.list.column', {
    number: form.column,
    name: say(`figures.column.${form.column}.name`),
  });
  const isNet = kindOf(form.column) === 'net';
  const number = hits.reduce((sum, { weight }) => sum + weight, 0);
  return {
    title: 'figures.list.title',
    titleParams: { column },
    heading: say('figures.list.title', { column }),
    crumbs: [
      { text: say('figures.supervisor.title'), href: links.page({}) },
      { text: agency, href: links.page({}) },
      { text: column },
    ],
    length: say(isNet ? 'figures.list.net' : 'figures.list.count', { count: number }),
    isNet,
    rows: lines.map((line) => lineView(line, links.list(form.column, form.row, { page: form.page }))),
    back: links.page({}),
    ...pager(form, hits.length, links, say),
  };
}

/** @param here this list, to which the way back from an item leads. */
function lineView({ hit, recordedAt, item }: ListedItem, here: string | null): LineView {
  const shown = item && {
    code: item.code,
    href: paths.officerItem.to({ code: item.code, tu: here }),
    title: item.title,
    state: item.state,
    due: formatDay(item.dueDay),
    agency: item.handlingAgency.shortName,
  };
  return { when: formatInstant(recordedAt), effect: hit.weight > 0 ? '+1' : '−1', item: shown };
}

function pager({ column, row, page }: ListForm, length: number, links: FiguresLinks, say: Say): object {
  const current = page ?? 1;
  const to = (at: number): string | null => links.list(column, row, { page: at });
  const [first, last] = [(current - 1) * PAGE_SIZE + 1, Math.min(current * PAGE_SIZE, length)];
  const range = { from: formatCount(first), to: formatCount(last), count: formatCount(length) };
  return {
    previous: current > 1 && length > 0 ? to(Math.min(current - 1, Math.ceil(length / PAGE_SIZE))) : null,
    next: last < length ? to(current + 1) : null,
    range: length > 0 && first <= length ? say('figures.list.range', range) : '',
  };
}
