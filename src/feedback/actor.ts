import type { StaffActor } from '../accounts/staff-actor.js';

/** Another program with its own key, as the policy sees it: a national portal, a call centre. */
export interface PartnerActor {
  readonly kind: 'partner';
  readonly partnerId: number;
}

/**
 * Who acts: a person on the staff, the citizen of one item (code and PIN were shown), a partner for the people whose
 * items it brought, a timer, or anybody.
 */
export type Actor =
  | StaffActor
  | { readonly kind: 'citizen'; readonly feedbackId: number }
  | PartnerActor
  | { readonly kind: 'system' }
  | { readonly kind: 'anonymous' };

export const SYSTEM: Actor = { kind: 'system' };
export const ANYBODY: Actor = { kind: 'anonymous' };
