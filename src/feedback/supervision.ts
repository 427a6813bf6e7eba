import type { EntityManager } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import { Agency } from '../directory/agency.entity.js';
import type { Feedback } from './feedback.entity.js';
import { ANSWERED } from './state.js';

/**
 * Says of an answered item whether somebody at a superior agency can decide on its reopening. Where this installation
 * has nobody above (a ward that runs it alone), the agency's own supervisor decides: a request must never wait for ever.
 */
export async function lookAbove(manager: EntityManager, item: Feedback): Promise<Feedback> {
  if (!ANSWERED.includes(item.state)) return item;
  const { path } = item.handlingAgency;
  item.supervisedAbove = await manager
    .createQueryBuilder(Grant, 'supervision')
    .innerJoin('supervision.staff', 'supervisor', 'supervisor.active = :active', { active: true })
    .innerJoin(Agency, 'above', 'above.id = supervision.agencyId')
    .where('supervision.role = :role', { role: 'SUPERVISOR' })
    .andWhere(`:path LIKE above.path || '%' AND above.path <> :path`, { path })
    .getExists();
  return item;
}
