import type { GrantInForce, StaffActor } from './staff-actor.js';
import { covers } from './staff-actor.js';

/** Where an account stands in the tree: the agency of work and every place it has a role at. */
export interface AccountReach {
  readonly path: string;
  readonly grants: readonly Pick<GrantInForce, 'path'>[];
}

/**
 * An administrator runs an account only when all of it lies within the own subtree: who may set somebody's password
 * may act as them, so a commune's administrator must not reach a person with a role at the province.
 */
export function mayAdminister(actor: StaffActor, account: AccountReach): boolean {
  return [account.path, ...account.grants.map(({ path }) => path)].every((path) =>
    covers(actor, 'ADMIN', path),
  );
}
