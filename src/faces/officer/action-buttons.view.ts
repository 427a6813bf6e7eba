import { type Circumstances, refusalOf } from '../../feedback/conditions.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Action, Transition } from '../../feedback/transition.js';
import { allowedTransitions } from '../../feedback/policy.js';
import type { Message } from '../../platform/kernel/errors.js';
import { paths } from '../../platform/web/paths.js';

/** A step that this person may take on this item. */
export interface ActionButton {
  readonly label: string;
  readonly href: string;
  /** Done by one press, without a form. */
  readonly atOnce: boolean;
  readonly variant: 'primary' | 'secondary' | 'danger';
}

export interface ActionButtons {
  readonly ready: readonly ActionButton[];
  /** Steps that are this person's, but not now, with the reason. */
  readonly blocked: readonly { readonly label: string; readonly reason: Message }[];
}

/** Nothing to say, nothing to read before: one press. An answer and a publication are read once more. */
const AT_ONCE: readonly Action[] = ['book', 'accept', 'start'];
const ORDER = ['primary', 'secondary', 'danger'];

/** @returns the message key of a step's name; turning a proposal down is no taking back. */
export function actionLabel(action: Action, item: Pick<Feedback, 'publication'>): string {
  const turnsDown = action === 'unpublish' && item.publication === 'PENDING_REVIEW';
  return turnsDown ? 'officer.action.turnDown' : `lifecycle.action.${action}`;
}

export function actionButtons(circumstances: Circumstances): ActionButtons {
  const { actor, item } = circumstances;
  const steps = allowedTransitions(actor, item).map((row) => ({
    row,
    reason: refusalOf(row, circumstances),
  }));
  const ready = steps.filter(({ reason }) => reason === null).map(({ row }) => buttonOf(row, item));
  return {
    ready: ready.sort((a, b) => ORDER.indexOf(a.variant) - ORDER.indexOf(b.variant)),
    blocked: steps.flatMap(({ row, reason }) =>
      reason === null ? [] : [{ label: actionLabel(row.action, item), reason }],
    ),
  };
}

function buttonOf({ action, weight }: Transition, item: Feedback): ActionButton {
  return {
    label: actionLabel(action, item),
    href: paths.officerAction.to({ code: item.code, action }),
    atOnce: AT_ONCE.includes(action),
    variant: weight ?? 'secondary',
  };
}
