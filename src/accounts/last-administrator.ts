import type { EntityManager } from 'typeorm';
import { DomainError } from '../platform/kernel/errors.js';
import { Grant } from './grant.entity.js';
import { Staff } from './staff.entity.js';

/** @returns whether anybody active administers the installation. */
export async function hasAdministrator(tx: EntityManager): Promise<boolean> {
  return (await administrators(tx)) > 0;
}

/**
 * Does something that may take an administrator away, and refuses when none would be left.
 * The update that changes nothing makes others who do the same wait (PostgreSQL; SQLite writes one at a time anyway).
 * @throws DomainError `conflict`
 */
export async function keepingAnAdministrator(
  tx: EntityManager,
  change: () => Promise<unknown>,
): Promise<void> {
  await tx.update(Grant, { role: 'ADMIN' }, { role: 'ADMIN' });
  const before = await administrators(tx);
  await change();
  if (before > 0 && (await administrators(tx)) === 0)
    throw new DomainError('conflict', 'accounts.lastAdministrator');
}

function administrators(tx: EntityManager): Promise<number> {
  return tx
    .createQueryBuilder(Staff, 'staff')
    .innerJoin(Grant, 'held', 'held.staffId = staff.id')
    .where('held.role = :role AND staff.active = :active', { role: 'ADMIN', active: true })
    .getCount();
}
