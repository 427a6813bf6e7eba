import type { Attachment } from '../../feedback/attachment.entity.js';
import { TURNED_DOWN_FACT } from '../../feedback/public-step.js';
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

/** @param files of the item: those that came with the entry are named with it. */
export function timelineEntry(row: HistoryRow, say: Say, files: readonly EntryFile[] = []): TimelineEntry {
  const { entry, actor, text } = row;
  return {
    instant: entry.recordedAt,
    title: { key: titleOf(entry) },
    body: [...facts(row).map(say), ...(text === null ? [] : [text]), ...filesSaid(row, files, say)].join(
      '\n',
    ),
    agency: actor?.agency ?? '',
    actor: actor
      ? [actor.name, actor.position].filter(Boolean).join(', ')
      : say({ key: `officer.history.${entry.actorKind}` }),
  };
}

function titleOf({ action, details }: HistoryRow['entry']): string {
  return details?.[TURNED_DOWN_FACT] === undefined ? `lifecycle.done.${action}` : 'publishing.turnedDown';
}

type EntryFile = Pick<Attachment, 'seq' | 'noteId' | 'name'>;

function filesSaid({ entry }: HistoryRow, files: readonly EntryFile[], say: Say): string[] {
  const names = files
    .filter(({ seq, noteId }) => seq === entry.seq && noteId === null)
    .map(({ name }) => name);
  return names.length === 0
    ? []
    : [say({ key: 'deskItem.history.files', params: { names: names.join(', ') } })];
}

const fact = (name: string, params: Record<string, string | number>): Message => ({
  key: `officer.history.${name}`,
  params,
});

/** What an entry says besides its name: where it went, why, and which numbers it gave. */
function facts(row: HistoryRow): Message[] {
  const { entry, agency } = row;
  const { details, reasonCode, action } = entry;
  const said: Message[] = [];
  if (entry.fromAgencyId !== null && entry.fromAgencyId !== entry.agencyId) said.push(fact('to', { agency }));
  if (details?.registerNumber) said.push(fact('register', { number: details.registerNumber }));
  if (details?.masterCode) said.push(fact('master', { code: details.masterCode }));
  if (action === 'extend') said.push(fact('due', { day: formatDay(entry.dueDay) }));
  if (action === 'rate' && entry.rating) said.push({ key: `feedback.rating.${entry.rating}` });
  if (action === 'reclassify') said.push({ key: `feedback.subject.${entry.subject}` });
  const becomes = details?.[TURNED_DOWN_FACT] ?? (action === 'unpublish' ? details?.kind : undefined);
  if (becomes !== undefined) said.push({ key: `publishing.kind.${becomes}` });
  if (reasonCode !== null)
    said.push({ key: `feedback.${action === 'redirect' ? 'redirection' : 'refusal'}.${reasonCode}` });
  return [...said, ...officeFacts(row)];
}

/** What the office's own steps say: who was asked or assigned, which day was told, how many files came. */
function officeFacts({ entry: { action, details }, named }: HistoryRow): Message[] {
  const said: Message[] = [];
  const day = (name: string): string => formatDay(String(details?.[name]));
  if (named.proposed) said.push({ key: 'routing.history.proposed', params: { agency: named.proposed } });
  if (named.person) said.push({ key: 'deskItem.history.assignee', params: { name: named.person } });
  if (action === 'consult' && named.agency)
    said.push({ key: 'deskItem.history.asked', params: { agency: named.agency, day: day('innerDay') } });
  if (action === 'apologise' && details?.newDay)
    said.push({ key: 'deskItem.history.newDay', params: { day: day('newDay') } });
  if (action === 'recalculate' && details?.dueBefore)
    said.push({
      key: 'deskItem.history.moved',
      params: { before: day('dueBefore'), after: day('dueAfter') },
    });
  if (action === 'escalate' && details?.level)
    said.push({ key: 'deskItem.history.level', params: { days: details.level } });
  if (details?.partCode) said.push({ key: 'deskItem.history.part', params: { code: details.partCode } });
  if (details?.splitFrom)
    said.push({ key: 'deskItem.history.splitFrom', params: { code: details.splitFrom } });
  return said;
}
