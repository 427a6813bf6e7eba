import { type EntityManager, In } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import { Agency } from '../directory/agency.entity.js';
import { DomainError } from '../platform/kernel/errors.js';
import type { Patch, Step } from './effects.js';
import { ASSIGNABLE_ROLES } from './person-lookups.js';

/**
 * An item follows its agency into the successor's books: its state, its days and its answer under way stay. Whoever
 * works on it keeps it where that person may work at the successor too.
 */
export async function takenOver({ item, agency, input, facts }: Step, tx: EntityManager): Promise<Patch> {
  const { predecessorId } = input;
  if (!agency || predecessorId === undefined)
    throw new DomainError('invalid', 'errors.invalid', {}, { agencyId: { key: 'lifecycle.need.agencyId' } });
  facts.predecessorId = predecessorId;
  const takesIn = item.intakeAgencyId === predecessorId;
  const handles = item.handlingAgencyId === predecessorId;
  return {
    ...(takesIn ? { intakeAgencyId: agency.id, intakeAgency: agency } : {}),
    ...(handles ? { handlingAgencyId: agency.id, handlingAgency: agency } : {}),
    ...(handles ? await peopleWhoStay(tx, item, agency) : {}),
  };
}

async function peopleWhoStay(
  tx: EntityManager,
  { assigneeId, extensionAskedById }: Step['item'],
  { path }: Agency,
): Promise<Patch> {
  const ids = [assigneeId, extensionAskedById].filter((id) => id !== null);
  if (ids.length === 0) return {};
  const grants = await tx.findBy(Grant, { staffId: In(ids), role: In([...ASSIGNABLE_ROLES]) });
  const places = await tx.findBy(Agency, { id: In(grants.map(({ agencyId }) => agencyId)) });
  const reaching = new Set(places.filter((place) => path.startsWith(place.path)).map(({ id }) => id));
  const staying = new Set(
    grants.filter(({ agencyId }) => reaching.has(agencyId)).map(({ staffId }) => staffId),
  );
  const kept = (id: number | null): number | null => (id !== null && staying.has(id) ? id : null);
  return { assigneeId: kept(assigneeId), extensionAskedById: kept(extensionAskedById) };
}
