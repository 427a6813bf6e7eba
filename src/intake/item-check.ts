import type { StaffActor } from '../accounts/staff-actor.js';
import { covers } from '../accounts/staff-actor.js';
import { CHANNELS, KINDS, SUBJECTS, SUBMITTER_TYPES, URGENCIES } from '../feedback/classification.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Message } from '../platform/kernel/errors.js';
import type { FieldKind } from '../platform/web/form-field.js';
import { emailKind, lineKind, phoneKind, textKind } from '../platform/web/text-kinds.js';
import { choiceKind, dayKind } from '../platform/web/value-kinds.js';
import { receivedDayFault } from './enter-by-staff.service.js';
import type { ItemNames, NamedParts } from './item-names.service.js';
import type { ItemColumn, ItemRecord } from './item-record.js';
import { MAX } from './submission-limits.js';

/** What is wrong with a line: the column, and the words. */
export interface ItemFault {
  readonly column: string;
  readonly message: Message;
}

/** A record without faults, and what its codes stand for. */
export interface CheckedItem {
  readonly record: ItemRecord;
  readonly names: NamedParts;
}

const label = (column: string): string => `partners.column.${column}`;
const choice = (column: string, values: readonly string[], required: boolean): FieldKind =>
  choiceKind({ label: label(column), values, required });

/** The same rules as those of the form for what is keyed in (Đ.7 NĐ 20/2008/NĐ-CP). */
const KINDS_OF: Readonly<Record<ItemColumn, FieldKind>> = {
  code: lineKind({ label: label('code'), max: 64 }),
  externalNumber: lineKind({ label: label('externalNumber'), max: 64 }),
  channel: choice('channel', CHANNELS, true),
  receivedDay: dayKind({ label: label('receivedDay'), required: true }),
  kind: choice('kind', KINDS, true),
  subject: choice('subject', SUBJECTS, true),
  urgency: choice('urgency', URGENCIES, false),
  title: lineKind({ label: label('title'), max: MAX.title, required: true }),
  content: textKind({ label: label('content'), max: MAX.content, required: true }),
  place: lineKind({ label: label('place'), max: MAX.address }),
  procedureCode: lineKind({ label: label('procedureCode'), max: 40 }),
  fieldCode: lineKind({ label: label('fieldCode'), max: 200 }),
  agencyCode: lineKind({ label: label('agencyCode'), max: 40, required: true }),
  concernedName: lineKind({ label: label('concernedName'), max: MAX.name }),
  aboutHead: choice('aboutHead', ['TRUE', 'FALSE'], false),
  submitterType: choice('submitterType', SUBMITTER_TYPES, true),
  submitterName: lineKind({ label: label('submitterName'), max: MAX.name, required: true }),
  submitterAddress: lineKind({ label: label('submitterAddress'), max: MAX.address, required: true }),
  submitterPhone: phoneKind({ label: label('submitterPhone') }),
  submitterEmail: emailKind({ label: label('submitterEmail') }),
};
const WORDS: readonly ItemColumn[] = ['channel', 'kind', 'subject', 'urgency', 'aboutHead', 'submitterType'];
const COLUMNS = Object.keys(KINDS_OF) as ItemColumn[];

/**
 * Checks a line as the form of what is keyed in would.
 * @param actor who takes it in: only where this person may.
 * @returns the cleaned item, or the first thing that is wrong.
 */
export async function checkItem(
  typed: ItemRecord,
  actor: StaffActor,
  today: CivilDay,
  names: ItemNames,
): Promise<CheckedItem | ItemFault> {
  const record = cleaned(typed);
  for (const column of COLUMNS) {
    const message = faultIn(column, record[column]);
    if (message !== null) return { column, message };
  }
  const received = receivedDayFault(record.receivedDay, today);
  if (received !== null) return { column: 'receivedDay', message: received };
  if (record.subject === 'ADMIN_REGULATION' && (record.concernedName !== '' || record.aboutHead === 'TRUE'))
    return { column: 'concernedName', message: { key: 'routing.submit.onlyConduct' } };
  const named = await names.of(record);
  if ('column' in named) return named;
  if (!covers(actor, 'INTAKE_OFFICER', named.agency.path))
    return { column: 'agencyCode', message: { key: 'staffEntry.agencyNotYours' } };
  return { record, names: named };
}

function faultIn(column: ItemColumn, text: string): Message | null {
  // Characters as people count them are never more than units, and counting them is dear.
  if (column === 'content' && text !== '' && text.length <= MAX.content) return null;
  return KINDS_OF[column].check(column === 'receivedDay' ? text || null : text);
}

/** Texts as forms store them; words of closed lists in capitals, as they are inside. */
function cleaned(typed: ItemRecord): ItemRecord {
  const cells = COLUMNS.map((column): [string, string] => {
    if (typed[column] === '') return [column, ''];
    const text = WORDS.includes(column) ? typed[column].trim().toUpperCase() : typed[column];
    const clean = KINDS_OF[column].clean(text);
    return [column, typeof clean === 'string' ? clean : ''];
  });
  return Object.fromEntries(cells) as ItemRecord;
}
