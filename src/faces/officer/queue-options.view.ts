import type { Role } from '../../accounts/role.js';
import { CHANNELS, URGENCIES } from '../../feedback/classification.js';
import { LIFECYCLE } from '../../feedback/lifecycle.js';
import { STATES } from '../../feedback/state.js';
import { BULK_ACTIONS } from './bulk.form.js';
import type { FilterChoices } from './queue-filter-form.service.js';
import { SCOPES } from './queue.form.js';
import { SORTS } from './queue-order.js';
import type { ReadQueue } from './queue-reader.service.js';
import { isByAnswer, type QueueTab } from './queue-tab.js';
import type { Say } from './say.js';

/** One of many, by name. */
export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A step for many items: its name, and the key of its words. */
export interface BulkStep {
  readonly value: string;
  readonly label: string;
}

/** @returns what each of the filters may be set to, in words. */
export function filterOptions(
  read: ReadQueue,
  choices: FilterChoices,
  say: Say,
): Readonly<Record<string, readonly Option[]>> {
  const words = (values: readonly string[], key: (value: string) => string): Option[] =>
    values.map((value) => ({ value, text: say({ key: key(value) }) }));
  const answered = isByAnswer(read.question.tab);
  const sorts = SORTS.filter((sort) => answered || !sort.includes('answered'));
  return {
    scope: words(SCOPES, (value) => `desk.scope.${value}`),
    state: words(STATES, (value) => `lifecycle.state.${value}`),
    channel: words(CHANNELS, (value) => `feedback.channel.${value}`),
    urgency: words(URGENCIES, (value) => `feedback.urgency.${value}`),
    sort: words(sorts, (value) => `desk.sort.${value}`),
    field: choices.fields.map(({ id, name }) => ({ value: String(id), text: name })),
    assignee: [
      ...words(['me', 'none'], (value) => `desk.assignee.${value}`),
      ...choices.people.map(({ id, name }) => ({ value: String(id), text: name })),
    ],
  };
}

/** The steps that somebody with these roles takes with many items of this list at once. */
export function bulkSteps(roles: readonly Role[], { states }: QueueTab): BulkStep[] {
  return BULK_ACTIONS.filter((action) =>
    LIFECYCLE.some(
      (row) =>
        row.action === action &&
        row.from.some((state) => states.includes(state)) &&
        row.who.some((who) => typeof who === 'object' && roles.includes(who.role)),
    ),
  ).map((action) => ({ value: action, label: `lifecycle.action.${action}` }));
}
