import type { EntityManager } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import { Staff } from '../accounts/staff.entity.js';

/**
 * The people of an agency that ends get the same roles at the successor and belong there from now on. What they had
 * stays: what was answered before is read by it.
 */
export async function giveRolesAtSuccessor(tx: EntityManager, from: number, to: number): Promise<void> {
  const held = await tx.findBy(Grant, { agencyId: from });
  const known = new Set((await tx.findBy(Grant, { agencyId: to })).map((grant) => keyOf(grant)));
  const missing = held.filter((grant) => !known.has(keyOf(grant)));
  if (missing.length > 0)
    await tx.insert(
      Grant,
      missing.map(({ staffId, role }) => ({ staffId, role, agencyId: to })),
    );
  await tx.update(Staff, { agencyId: from }, { agencyId: to });
}

function keyOf({ staffId, role }: Grant): string {
  return `${staffId} ${role}`;
}
