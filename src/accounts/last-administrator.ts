import { type EntityManager, IsNull } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Grant } from './grant.entity.js';
import { Staff } from './staff.entity.js';

/** @returns whether anybody active administers the installation. */
export async function hasAdministrator(tx: EntityManager): Promise<boolean> {
  return (await administeredPaths(tx)).length > 0;
}

/**
 * Does something that may take an administrator away, and refuses when none would be left: nobody at all, or nobody
 * for the whole installation where there was somebody; those of a part could never bring one back.
 * The update that changes nothing makes others who do the same wait (PostgreSQL; SQLite writes one at a time anyway).
 * @throws DomainError `conflict`
 */
export async function keepingAnAdministrator<T>(tx: EntityManager, change: () => Promise<T>): Promise<T> {
  await tx.update(Grant, { role: 'ADMIN' }, { role: 'ADMIN' });
  const before = await countOf(tx);
  const result = await change();
  const after = await countOf(tx);
  const isLost = (before.any > 0 && after.any === 0) || (before.whole > 0 && after.whole === 0);
  if (isLost) throw new DomainError('conflict', 'accounts.lastAdministrator');
  return result;
}

async function countOf(tx: EntityManager): Promise<{ readonly any: number; readonly whole: number }> {
  const paths = await administeredPaths(tx);
  const authority = await authorityPath(tx);
  const isWhole = (path: string): boolean => authority?.startsWith(path) ?? false;
  return { any: paths.length, whole: paths.filter(isWhole).length };
}

/** @returns the tops of the subtrees that active people administer, one for each grant. */
async function administeredPaths(tx: EntityManager): Promise<string[]> {
  const rows = await tx
    .createQueryBuilder(Staff, 'staff')
    .innerJoin(Grant, 'held', 'held.staffId = staff.id')
    .innerJoin(Agency, 'agency', 'agency.id = held.agencyId')
    .where('held.role = :role AND staff.active = :active', { role: 'ADMIN', active: true })
    .select('agency.path', 'path')
    .getRawMany<{ path: string }>();
  return rows.map(({ path }) => path);
}

/** Whoever administers this agency administers everything (`AgencyDirectory.intakeRoot`). */
async function authorityPath(tx: EntityManager): Promise<string | null> {
  const marked = await tx.findOneBy(Agency, { takesUnaddressed: true, validTo: IsNull() });
  const top = marked ?? (await tx.findOneBy(Agency, { parentId: IsNull(), validTo: IsNull() }));
  return top?.path ?? null;
}
