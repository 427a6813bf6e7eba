import { formatDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { HistoryRow } from './item-history.query.js';
import type { Say } from './say.js';

/** As `components/timeline` prints it. */
export interface TimelineEntry {
  readonly instant: number;
  readonly title: Message;
  readonly body: string;
  readonly agency: string;
  readonly actor: string;
}

export function timelineEntry(row: HistoryRow, say: Say): TimelineEntry {
  const { entry, actor, text } = row;
  return {
    instant: entry.recordedAt,
    title: { key: `lifecycle.done.${entry.action}` },
    body: [...facts(row).map(say), ...(text === null ? [] : [text])].join('\n'),
    agency: actor?.agency ?? '',
    actor: actor
      ? [actor.name, actor.position].filter(Boolean).join(', ')
      : say({ key: `officer.history.${entry.actorKind}` }),
  };
}

const fact = (name: string, params: Record<string, string | number>): Message => ({
  key: `officer.history.${name}`,
  params,
});

/** What an entry says besides its name: where it went, why, and which numbers it gave. */
function facts({ entry, agency }: HistoryRow): Message[] {
  const said: Message[] = [];
  const { details, reasonCode } = entry;
  if (entry.fromAgencyId !== null && entry.fromAgencyId !== entry.agencyId) said.push(fact('to', { agency }));
  if (details?.registerNumber) said.push(fact('register', { number: details.registerNumber }));
  if (details?.masterCode) said.push(fact('master', { code: details.masterCode }));
  if (entry.action === 'extend') said.push(fact('due', { day: formatDay(entry.dueDay) }));
  if (entry.action === 'rate' && entry.rating) said.push({ key: `feedback.rating.${entry.rating}` });
  if (entry.action === 'reclassify') said.push({ key: `feedback.subject.${entry.subject}` });
  if (reasonCode !== null)
    said.push({ key: `feedback.${entry.action === 'redirect' ? 'redirection' : 'refusal'}.${reasonCode}` });
  return said;
}
