import { formatDay } from '../../platform/kernel/civil-day.js';
import { paths } from '../../platform/web/paths.js';
import { type QueueAddress, without } from './queue-address.js';
import { type FilterName, FILTERS, type QueueForm } from './queue.form.js';
import type { Say } from './say.js';

/** One active filter in words, and the way to the list without it. */
export interface Chip {
  readonly text: string;
  readonly href: string;
}

/** Names of what filters hold by code or id. */
export interface FilterNames {
  readonly agency: string | null;
  readonly field: string | null;
  readonly procedure: string | null;
  readonly assignee: string | null;
}

/** @returns the active filters, in the form's order; what was at fault narrows nothing and has no chip. */
export function chipsOf(address: QueueAddress, form: QueueForm, names: FilterNames, say: Say): Chip[] {
  return FILTERS.flatMap((name) => {
    const value = address[name];
    if (value === null || value === undefined || value === '') return [];
    const label = say({ key: `desk.filter.${name}` });
    const text = `${label}: ${wordsOf(name, form, names, say)}`;
    return [{ text, href: paths.officerQueue.to(without(address, name)) }];
  });
}

function wordsOf(name: FilterName, form: QueueForm, names: FilterNames, say: Say): string {
  switch (name) {
    case 'q':
      return `“${form.q}”`;
    case 'state':
      return say({ key: `lifecycle.state.${form.state}` });
    case 'channel':
      return say({ key: `feedback.channel.${form.channel}` });
    case 'urgency':
      return say({ key: `feedback.urgency.${form.urgency}` });
    case 'assignee':
      return assigneeWords(form.assignee, names.assignee, say);
    case 'agency':
    case 'field':
    case 'procedure':
      return names[name] ?? String(form[name] ?? '');
    default:
      return formatDay(form[name] ?? '');
  }
}

function assigneeWords(assignee: string, name: string | null, say: Say): string {
  if (assignee === 'me' || assignee === 'none') return say({ key: `desk.assignee.${assignee}` });
  return name ?? say({ key: 'desk.assignee.other' });
}
