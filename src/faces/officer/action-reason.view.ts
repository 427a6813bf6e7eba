import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Action } from '../../feedback/transition.js';

/** Reasons that citizens read, or that ask for something else than why. */
const REASON_HINTS: Partial<Record<Action, string>> = {
  extend: 'deskItem.reasonHint.extend',
  askExtension: 'deskItem.reasonHint.askExtension',
  reopen: 'deskItem.reasonHint.reopening',
  declineReopen: 'deskItem.reasonHint.reopening',
  remind: 'deskItem.reasonHint.remind',
  unpublish: 'publishing.reasonHint',
};

/** @returns the message key of what a step's reason is for, and who reads it. */
export function reasonHint(action: Action, { publication }: Feedback): string {
  const turnsDown = action === 'unpublish' && publication === 'PENDING_REVIEW';
  return turnsDown ? 'publishing.turnDownHint' : (REASON_HINTS[action] ?? 'officer.field.reasonHint');
}
