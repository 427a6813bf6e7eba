import type { Reply } from '../../feedback/reply.entity.js';
import type { Action } from '../../feedback/transition.js';
import { type CivilDay, formatDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';

/** What to be sure of before a step. */
export interface ConfirmView {
  readonly tone: 'info' | 'warning';
  readonly text: Message;
}

/** Dots that wait for a number or a name: “số ……”, “ngày ....”. */
const GAP = /…{2,}|\.{4,}/;

/**
 * @param reply the reply on which the step decides.
 * @param extendedTo the day that an extension would promise.
 * @returns null where the form says it all.
 */
export function confirmOf(
  action: Action,
  reply: Reply | null,
  extendedTo: CivilDay | null,
): ConfirmView | null {
  if (action === 'approve' && reply && GAP.test(reply.body))
    return { tone: 'warning', text: { key: 'deskItem.confirm.gap' } };
  if (action === 'approve') return { tone: 'info', text: { key: 'officer.action.confirmApprove' } };
  if (action !== 'extend' || extendedTo === null) return null;
  return {
    tone: 'info',
    text: { key: 'deskItem.confirm.extend', params: { day: formatDay(extendedTo) } },
  };
}
