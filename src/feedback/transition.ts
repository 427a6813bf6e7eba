import type { Role } from '../accounts/role.js';
import type { Publication, State } from './state.js';

export const ACTIONS = [
  'submit',
  'book',
  'refuse',
  'redirect',
  'merge',
  'requestInfo',
  'supplement',
  'expire',
  'withdraw',
  'forward',
  'accept',
  'return',
  'start',
  'draft',
  'sendBack',
  'approve',
  'rate',
  'close',
  'reopen',
  'reassign',
  'reclassify',
  'askExtension',
  'extend',
  'declineExtension',
  'askReopen',
  'declineReopen',
  'assign',
  'remind',
  'concern',
  'toSuperior',
  'succeed',
  'consult',
  'contribute',
  'split',
  'apologise',
  'escalate',
  'recalculate',
  'proposePublication',
  'publish',
  'unpublish',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * An officer acts where a role's scope contains the intake agency, the agency on whose books the item is (handling),
 * that agency's superior, or one that was asked to co-ordinate.
 */
export type Where = 'intake' | 'handling' | 'superior' | 'coordinating';
export type Who = 'citizen' | 'system' | { readonly role: Role; readonly at: Where };

/** What must be given with the action; `transition-input.ts` says the shapes, `needs.ts` checks them. */
export type Need =
  | 'reason'
  | 'refusalReason'
  | 'redirection'
  | 'question'
  | 'content'
  | 'newContent'
  | 'agency'
  | 'master'
  | 'reply'
  | 'rating'
  | 'classification'
  | 'assignee'
  | 'concerned'
  | 'innerDay'
  | 'part'
  | 'newDay';

/** What must hold of the item at this moment; the rules themselves stand in `conditions.ts`. */
export type Condition =
  | 'booked'
  | 'hopsLeft'
  | 'notDrafter'
  | 'notMaster'
  | 'notOverdue'
  | 'overdue'
  | 'extensionAsked'
  | 'extensionNotAsked'
  | 'notAsker'
  | 'reopenAsked'
  | 'reopenNotAsked'
  | 'reopenDecided'
  | 'openConsultation'
  | 'notExtended'
  | 'notRated'
  | 'notReopened'
  | 'ratingWindow'
  | 'reopenWindow'
  | 'dissatisfied'
  | 'notProposer';

export interface Transition {
  readonly action: Action;
  readonly from: readonly State[];
  /** SAME: the state stays; PREVIOUS: the state before the request for information. */
  readonly to: State | 'SAME' | 'PREVIOUS';
  readonly who: readonly Who[];
  readonly needs: readonly Need[];
  readonly conditions: readonly Condition[];
  /** What it does to the promised date (C3, domain §3.4). */
  readonly clock?: 'pause' | 'resume' | 'extend' | 'stop' | 'restart' | 'recompute';
  readonly publication?: { readonly from: readonly Publication[]; readonly to: Publication };
  /** Whether the citizen's timeline shows it; its wording is `lifecycle.public.<action>`. */
  readonly public: boolean;
  /** How a button that does it should look. */
  readonly weight?: 'primary' | 'danger';
}
