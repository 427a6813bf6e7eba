import { Choice, Line, Whole } from '../../platform/web/form-fields.js';
import { QUEUE_TAB_NAMES } from './queue-tab.js';

export const SCOPES = ['own', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** The queue's address: which list, which words, whose items, which page. */
export class QueueForm {
  @Choice({ label: 'officer.queue.tabs', values: QUEUE_TAB_NAMES })
  tab: string;

  @Line({ label: 'officer.queue.search', max: 200 })
  q: string;

  @Choice({ label: 'officer.queue.scope', values: SCOPES })
  scope: Scope | '';

  @Whole({ label: 'officer.queue.page', min: 1, max: 100_000 })
  page: number | null;
}
