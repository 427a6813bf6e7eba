import { paths } from '../../platform/web/paths.js';
import { type FilterName, FILTERS } from './queue.form.js';
import type { ReadQueue } from './queue-reader.service.js';

/** What an address of the queue says; empty members are left out of it. */
export type QueueAddress = Readonly<Record<string, string | number | null>>;

/** @returns list, scope, filters and order of a question, without the place in it. What was at fault is left out. */
export function addressOf({ form, errors, question }: ReadQueue): QueueAddress {
  const kept = FILTERS.filter((name) => !(name in errors));
  return {
    tab: question.tab.name,
    scope: question.scope,
    ...Object.fromEntries(kept.map((name) => [name, form[name]])),
    sort: 'sort' in errors || question.sort === question.tab.order ? null : form.sort,
  };
}

/** @returns the same question without one of its filters. */
export function without(address: QueueAddress, name: FilterName): QueueAddress {
  return { ...address, [name]: null };
}

/** @returns the same list without any filter. */
export function bare({ tab, scope, sort }: QueueAddress): QueueAddress {
  return { tab: tab ?? null, scope: scope ?? null, sort: sort ?? null };
}

/** @returns the address's query, to be kept. */
export function queryOf(address: QueueAddress): string {
  return paths.officerQueue.to(address).split('?')[1] ?? '';
}

/** @returns a kept query as a form would send it; a name that comes twice is a list. */
export function parseQuery(query: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = found[name];
    found[name] = before === undefined ? value : [before, value].flat();
  }
  return found;
}
