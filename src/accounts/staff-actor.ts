import type { SignedIn } from '../platform/web/signed-in.js';
import type { Role } from './role.js';

/** A role with its reach: the agency it was granted at, and that agency's place in the tree, `/1/24/`. */
export interface GrantInForce {
  readonly role: Role;
  readonly agencyId: number;
  readonly path: string;
}

/** A person on the staff, as policy sees them: read anew for every request, so that a change works at once. */
export interface StaffActor extends SignedIn {
  readonly kind: 'staff';
  readonly agencyId: number;
  readonly roles: readonly Role[];
  readonly rolesOverAll?: readonly Role[];
  readonly grants: readonly GrantInForce[];
}

/** The doors know only `SignedIn`; what stands behind it is always the actor that `StaffAuthenticator` made. */
export function staffActor(signedIn: SignedIn): StaffActor {
  if (!('kind' in signedIn) || signedIn.kind !== 'staff') throw new Error('signed in, but not by accounts');
  return signedIn as StaffActor;
}

/**
 * @param path an agency's place in the tree, with a slash at both ends: `/1/2/` holds `/1/2/9/` and not `/1/24/`.
 * @returns whether the person has the role over the agency at that place.
 */
export function covers(actor: StaffActor, role: Role, path: string): boolean {
  return actor.grants.some((grant) => grant.role === role && path.startsWith(grant.path));
}

/** @returns the tops of the subtrees over which the person has one of the roles, each once, none inside another. */
export function reach(actor: StaffActor, ...roles: readonly Role[]): string[] {
  const paths = [
    ...new Set(actor.grants.filter(({ role }) => roles.includes(role)).map(({ path }) => path)),
  ].sort();
  return paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other)));
}
