import type { Message } from '../platform/kernel/errors.js';
import type { Counts } from './columns.js';
import type { Period, Span } from './period.js';
import type { Ratios } from './ratios.js';

export const CUTS_OFFERED = ['agency', 'field', 'subject', 'none'] as const;
/** What the rows of a report are. */
export type By = (typeof CUTS_OFFERED)[number];

export interface FiguresQuestion {
  readonly span: Span;
  /** With everything below it, in the tree as it stood at T; null before any agency was entered. */
  readonly agencyId: number | null;
  readonly by: By;
}

/** The row for an agency's own books, without those below it; beside the codes of agencies, fields and subjects. */
export const OWN_ROW = 'own';
/** The row for items without a field. */
export const NO_FIELD_ROW = 'none';

export interface ReportRow {
  /** Names the row within its report, for addresses: `own`, an agency's code, a field's id or `none`, a subject. */
  readonly key: string;
  readonly code: string;
  /** Data, or a message where it is words of ours. */
  readonly name: string | Message;
  /** Set where the row is an agency with everything below it. */
  readonly agencyCode: string | null;
  readonly isAbolished: boolean;
  readonly counts: Counts;
  readonly ratios: Ratios;
}

export interface Report {
  readonly period: Period;
  readonly agency: { readonly code: string; readonly name: string } | null;
  readonly by: By;
  readonly rows: readonly ReportRow[];
  readonly total: { readonly counts: Counts; readonly ratios: Ratios };
  /** Names of identities that do not hold; empty unless the journal contradicts itself. */
  readonly broken: readonly string[];
  readonly definition: string;
  readonly rounding: string;
}
