import type { StaffActor } from '../accounts/staff-actor.js';

/** Who acts: a person on the staff, the citizen of one item (code and PIN were shown), a timer, or anybody. */
export type Actor =
  | StaffActor
  | { readonly kind: 'citizen'; readonly feedbackId: number }
  | { readonly kind: 'system' }
  | { readonly kind: 'anonymous' };

export const SYSTEM: Actor = { kind: 'system' };
export const ANYBODY: Actor = { kind: 'anonymous' };
