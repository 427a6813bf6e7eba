/** What a place in a text gives away. */
export const FOUND_KINDS = [
  'name',
  'address',
  'phone',
  'email',
  'officer',
  'identity',
  'plate',
  'account',
  'house',
  'code',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** A place in a text that must not be published: `text.slice(start, end)`. */
export interface FoundPlace {
  readonly kind: FoundKind;
  readonly start: number;
  readonly end: number;
  /** The submitter's own name, address, telephone, mailbox or tracking code: nobody may let it stand. */
  readonly own: boolean;
}

/** A place that looks personal and, says the proposer, is not. It holds for these very words, wherever they stand. */
export interface ClearedPlace {
  readonly kind: FoundKind;
  readonly text: string;
}
