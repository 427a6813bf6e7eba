import { CHANNELS, URGENCIES } from '../../feedback/classification.js';
import { STATES } from '../../feedback/state.js';
import type { Message } from '../../platform/kernel/errors.js';
import { Rule } from '../../platform/web/form-field.js';
import { Choice, DayField, Hidden, Line, Whole } from '../../platform/web/form-fields.js';
import { SORTS } from './queue-order.js';
import { QUEUE_TAB_NAMES } from './queue-tab.js';

export const SCOPES = ['own', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

const WHOLE = { min: 1, max: 2_000_000_000 } as const;
/** Beside the later day, when it lies before the earlier one. */
const inOrder =
  (from: 'receivedFrom' | 'dueFrom', to: 'receivedTo' | 'dueTo') =>
  (form: QueueForm): Message | null => {
    const [first, last] = [form[from], form[to]];
    return first !== null && last !== null && first > last ? { key: 'desk.filter.daysOrder' } : null;
  };

/** The queue's address: which list, which filters, in which order, from which place on. */
export class QueueForm {
  @Choice({ label: 'desk.tabs', values: QUEUE_TAB_NAMES })
  tab: string;

  @Line({ label: 'desk.filter.q', max: 200 })
  q: string;

  @Choice({ label: 'desk.filter.scope', values: SCOPES })
  scope: Scope | '';

  @Choice({ label: 'desk.filter.state', values: STATES })
  state: string;

  /** The handling agency's code, with everything below it. */
  @Line({ label: 'desk.filter.agency', max: 40 })
  agency: string;

  @Line({ label: 'desk.filter.agency', max: 200 })
  agencyQuestion: string;

  @Whole({ label: 'desk.filter.field', ...WHOLE })
  field: number | null;

  @Line({ label: 'desk.filter.procedure', max: 40 })
  procedure: string;

  @Line({ label: 'desk.filter.procedure', max: 200 })
  procedureQuestion: string;

  @Choice({ label: 'desk.filter.channel', values: CHANNELS })
  channel: string;

  @Choice({ label: 'desk.filter.urgency', values: URGENCIES })
  urgency: string;

  /** `none`, `me`, or the id of a colleague. */
  @Line({ label: 'desk.filter.assignee', max: 12, pattern: /^(none|me|[1-9]\d{0,8})$/ })
  assignee: string;

  @DayField({ label: 'desk.filter.receivedFrom' })
  receivedFrom: string | null;

  @DayField({ label: 'desk.filter.receivedTo' })
  @Rule(inOrder('receivedFrom', 'receivedTo'))
  receivedTo: string | null;

  @DayField({ label: 'desk.filter.dueFrom' })
  dueFrom: string | null;

  @DayField({ label: 'desk.filter.dueTo' })
  @Rule(inOrder('dueFrom', 'dueTo'))
  dueTo: string | null;

  @Choice({ label: 'desk.filter.sort', values: SORTS })
  sort: string;

  /** The place of the item before the page, or behind it. */
  @Hidden({ max: 80 })
  after: string;

  @Hidden({ max: 80 })
  before: string;

  /** The field whose “find” button was pressed. */
  @Hidden({ max: 40 })
  find: string;
}

/** The members that narrow a list; each can be taken away alone. */
export const FILTERS = [
  'q',
  'state',
  'agency',
  'field',
  'procedure',
  'channel',
  'urgency',
  'assignee',
  'receivedFrom',
  'receivedTo',
  'dueFrom',
  'dueTo',
] as const;
export type FilterName = (typeof FILTERS)[number];
