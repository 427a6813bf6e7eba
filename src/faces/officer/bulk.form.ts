import type { Action } from '../../feedback/transition.js';
import { type FieldKind, field } from '../../platform/web/form-field.js';
import { Choice, Hidden, Line, Text, Whole } from '../../platform/web/form-fields.js';
import { LONGEST } from './action.form.js';

/** What can be done to many items at once. */
export const BULK_ACTIONS = [
  'assign',
  'forward',
  'book',
  'accept',
  'remind',
] as const satisfies readonly Action[];
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** As many as a page of the queue shows. */
export const MOST_ITEMS = 50;

const KEY = /^[1-9]\d{0,9}\.[1-9]\d{0,6}$/;

/** Checkboxes of a list: `id.version` of each chosen item, each once. */
const keysKind: FieldKind = {
  many: true,
  clean: (raw) => (raw === undefined || raw === '' ? [] : [...new Set([raw].flat())]),
  check: (value) => {
    const keys: unknown[] = Array.isArray(value) ? value : [null];
    if (keys.length > MOST_ITEMS) return { key: 'desk.bulk.tooMany', params: { most: MOST_ITEMS } };
    return keys.every((key) => typeof key === 'string' && KEY.test(key))
      ? null
      : { key: 'errors.brokenForm' };
  },
};

/** One step for many items: which, what, and what the step asks for. */
export class BulkForm {
  @Choice({ label: 'desk.bulk.action', values: BULK_ACTIONS, required: true })
  do: BulkAction;

  @field(keysKind)
  item: string[];

  @Whole({ label: 'desk.assign.assignee', min: 1, max: 2_000_000_000 })
  assignee: number | null;

  /** Somebody who is away, chosen again although a substitute was offered. */
  @Hidden({ max: 12 })
  insist: string;

  @Line({ label: 'officer.field.agency', max: 40 })
  agency: string;

  @Line({ label: 'officer.field.agency', max: 200 })
  agencyQuestion: string;

  @Text({ label: 'officer.field.reason', max: LONGEST.words })
  reason: string;

  /** The list from which the items were chosen, as its address says it. */
  @Hidden({ max: 2_000 })
  list: string;

  @Hidden({ max: 40 })
  find: string;
}

/** @returns id and version that a checkbox carries. */
export function readKey(key: string): { id: number; expectedVersion: number } {
  const [id, version] = key.split('.');
  return { id: Number(id), expectedVersion: Number(version) };
}
