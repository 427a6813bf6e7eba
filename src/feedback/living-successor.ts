import type { EntityManager } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** A chain of mergers longer than this is a circle. */
const LONGEST_CHAIN = 50;

/** @returns who does the work of an agency that is no more; null where nobody alive has taken it over. */
export async function livingSuccessor(
  tx: EntityManager,
  id: number,
  today: CivilDay,
): Promise<Agency | null> {
  let at = await tx.findOneBy(Agency, { id });
  for (let step = 0; at?.successorId != null && step < LONGEST_CHAIN; step++) {
    at = await tx.findOneBy(Agency, { id: at.successorId });
    if (at && (at.validTo === null || at.validTo > today)) return at;
  }
  return null;
}
