import type { ColumnNumber } from './column.js';
import type { ReadQuestion } from './figures-questions.service.js';

/** What may stand in an address of the figures. */
export type LinkValues = Readonly<Record<string, string | number | null>>;
/** A page's address that takes a query; every path of `paths` without parameters is one. */
interface Address {
  to(values: Record<string, string | number | null>): string;
}

/** The addresses of one page of figures: the question asked, with something of it changed. */
export interface FiguresLinks {
  /** The same page. */
  page(change: LinkValues): string;
  /** The list behind a number; null for those who see sums alone. */
  list(column: ColumnNumber, row: string, change?: LinkValues): string | null;
  /** Suggestions for the agency while typing. */
  readonly agencies: string;
}

/** @returns the question as parameters of an address, so that it can be shared; empty ones are left out by `paths`. */
export function linkValues({ form, finding }: ReadQuestion): LinkValues {
  const { period, year, asOf, by, part } = form;
  const usesDays = period === '';
  return {
    from: usesDays ? form.from : null,
    to: usesDays ? form.to : null,
    period,
    year: usesDays ? null : year,
    asOf,
    agency: finding.searched ? (finding.chosen?.code ?? '') : form.agency,
    by,
    part,
  };
}

/** @param addresses of the face that shows the page; `list` is null where this person sees no items. */
export function figuresLinks(
  read: ReadQuestion,
  addresses: { readonly page: Address; readonly list: Address | null; readonly agencies: Address },
): FiguresLinks {
  const values = linkValues(read);
  return {
    page: (change) => addresses.page.to({ ...values, ...change }),
    list: (column, row, change = {}) =>
      addresses.list?.to({ ...values, part: null, ...change, column, row }) ?? null,
    agencies: addresses.agencies.to({ on: read.question?.span.lastDay ?? null }),
  };
}
