import { type EntityManager, In, IsNull } from 'typeorm';
import { AgencyChange } from '../directory/agency-change.entity.js';
import { AgencyPlacement } from '../directory/agency-placement.entity.js';
import { Agency } from '../directory/agency.entity.js';
import { addDays, type CivilDay } from '../platform/kernel/civil-day.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Feedback } from './feedback.entity.js';
import { OPEN } from './state.js';

/** A decision as a form brings it. */
export type NewAgencyChange = Pick<
  AgencyChange,
  'agencyId' | 'kind' | 'day' | 'name' | 'shortName' | 'parentId' | 'successorId' | 'withStaff'
>;

/** Nobody decides further ahead than this. */
const FARTHEST = 366;

const fault = (field: string, key: string): DomainError =>
  new DomainError('invalid', 'errors.invalid', {}, { [field]: { key } });

/**
 * @param all the decisions made together with this one: what they merge is no successor.
 * @throws DomainError as `AgencyReform.decide`.
 */
export async function checkReform(
  tx: EntityManager,
  change: NewAgencyChange,
  all: readonly NewAgencyChange[],
  today: CivilDay,
): Promise<void> {
  const row = await tx.findOneBy(Agency, { id: change.agencyId });
  if (!row || isGone(row, today)) throw new DomainError('conflict', 'directoryAdmin.change.gone');
  await checkDay(tx, row, change, today);
  if (change.kind === 'RENAME') return;
  if (change.kind === 'MOVE') return checkParent(tx, row, change.parentId, today);
  await checkEnd(tx, row, change, all, today);
}

async function checkDay(
  tx: EntityManager,
  row: Agency,
  { day, kind }: NewAgencyChange,
  today: CivilDay,
): Promise<void> {
  if (day > addDays(today, FARTHEST)) throw fault('day', 'directoryAdmin.change.tooFar');
  const placed = await tx.findOneBy(AgencyPlacement, { agencyId: row.id, validTo: IsNull() });
  const since = kind === 'RENAME' ? row.validFrom : (placed?.validFrom ?? row.validFrom);
  const isEnd = kind === 'MERGE' || kind === 'ABOLISH';
  if (day < since || (isEnd && day === since)) throw fault('day', 'directoryAdmin.change.tooEarly');
  const ends = { agencyId: row.id, kind: In(['MERGE', 'ABOLISH']), state: 'PLANNED' as const };
  if (await tx.existsBy(AgencyChange, ends))
    throw new DomainError('conflict', 'directoryAdmin.change.ending');
}

async function checkParent(
  tx: EntityManager,
  row: Agency,
  parentId: number | null,
  today: CivilDay,
): Promise<void> {
  const parent = parentId === null ? null : await tx.findOneBy(Agency, { id: parentId });
  if (!parent || isGone(parent, today)) throw fault('agency', 'directoryAdmin.change.unknown');
  if (parent.path.startsWith(row.path)) throw fault('agency', 'directory.error.belowItself');
  if (parent.id === row.parentId) throw fault('agency', 'directoryAdmin.change.thereAlready');
}

/** Work never loses its agency: whoever has open items, or agencies below, needs a successor; so does a later day. */
async function checkEnd(
  tx: EntityManager,
  row: Agency,
  { successorId, day }: NewAgencyChange,
  all: readonly NewAgencyChange[],
  today: CivilDay,
): Promise<void> {
  if (row.parentId === null) throw new DomainError('conflict', 'directoryAdmin.change.root');
  if (successorId !== null) {
    const successor = await tx.findOneBy(Agency, { id: successorId });
    const isEnding = all.some(({ agencyId, kind }) => agencyId === successorId && kind !== 'RENAME');
    const ends = { agencyId: successorId, kind: In(['MERGE', 'ABOLISH']), state: 'PLANNED' as const };
    if (!successor || isGone(successor, today) || isEnding || (await tx.existsBy(AgencyChange, ends)))
      throw fault('agency', 'directoryAdmin.change.unknown');
    if (successorId === row.id) throw fault('agency', 'directory.error.ownSuccessor');
    return;
  }
  const busy =
    row.takesUnaddressed ||
    (await tx.existsBy(Feedback, { handlingAgencyId: row.id, state: In([...OPEN]) })) ||
    (await tx.existsBy(Feedback, { intakeAgencyId: row.id, state: In([...OPEN]) })) ||
    (await tx.existsBy(Agency, { parentId: row.id, validTo: IsNull() }));
  if (busy || day > today) throw fault('agency', 'directoryAdmin.change.needsSuccessor');
}

function isGone({ validTo }: Agency, today: CivilDay): boolean {
  return validTo !== null && validTo <= today;
}
