import { mayAdminister } from '../../../src/accounts/may-administer.js';
import { contactRoles, mayLookAtContact } from '../../../src/feedback/contact-policy.js';
import { can, canSee, type PolicyItem } from '../../../src/feedback/policy.js';
import { isApi } from '../../../src/platform/web/csrf.js';
import type { DeclaredRoute } from '../../../src/platform/web/declared-routes.js';
import type { RouteActor, RouteAnswer } from './route-actors.js';

/**
 * `open`: let in, whatever becomes of the question there. `sign-in`: led to the sign-in page. `key`: told that a key is
 * missing. `forbidden`: told that it is not theirs. `hidden`: told that there is no such thing.
 */
export type Verdict = 'open' | 'sign-in' | 'key' | 'forbidden' | 'hidden';

/** What an address is about, where policy makes a difference between such things. */
export type About =
  | { readonly kind: 'item'; readonly item: PolicyItem; readonly action?: string }
  | { readonly kind: 'contact'; readonly item: PolicyItem }
  | { readonly kind: 'account'; readonly path: string }
  | null;

/** Public routes that show the holder of a key more than others. */
const ANSWERS_KEYS = /^\/(api\/v1\/feedback\/|open311\/(test\/)?v2\/requests)/;

/** @returns what this actor must get, by what the route declares and by policy, and by nothing else. */
export function expected(
  { access, path }: DeclaredRoute,
  { actor, scopes }: RouteActor,
  about: About,
): Verdict {
  if (access?.kind === 'first-run') return 'hidden';
  if (access?.kind === 'partner') {
    if (scopes === null) return 'key';
    return access.scopes.every((scope) => scopes.includes(scope)) ? 'open' : 'forbidden';
  }
  // With a key the answer is that of its partner, so the key must be good for it; without one it is everybody's.
  if (ANSWERS_KEYS.test(path) && scopes?.length === 0) return 'forbidden';
  if (access?.kind !== 'staff') return 'open';
  if (actor.kind !== 'staff') return 'sign-in';
  const held = access.overAll ? (actor.rolesOverAll ?? []) : actor.roles;
  if (access.roles.length > 0 && !access.roles.some((role) => held.some((one) => one === role)))
    return 'forbidden';
  if (about === null) return 'open';
  if (about.kind === 'account')
    return mayAdminister(actor, { path: about.path, grants: [] }) ? 'open' : 'hidden';
  if (!canSee(actor, about.item)) return 'hidden';
  if (about.kind === 'contact')
    return mayLookAtContact(actor, about.item, contactRoles.standard) ? 'open' : 'forbidden';
  return about.action === undefined || can(actor, about.action, about.item) ? 'open' : 'forbidden';
}

/** @returns what the answer amounts to. */
export function verdictOf(path: string, { status, location }: RouteAnswer): Verdict {
  if (location.startsWith('/dang-nhap')) return 'sign-in';
  if (status === 401) return isApi(path) ? 'key' : 'sign-in';
  // 409: the page says that this cannot be done, or not any more.
  if (status === 403 || status === 409) return 'forbidden';
  return status === 404 ? 'hidden' : 'open';
}
