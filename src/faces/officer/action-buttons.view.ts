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
  /** Rarer steps, behind one more press. */
  readonly rare: readonly ActionButton[];
  /** Steps that are this person's, but not now, with the reason. */
  readonly blocked: readonly { readonly label: string; readonly reason: Message }[];
}

/** Nothing to say, nothing to read before: one press. An answer and a publication are read once more. */
const AT_ONCE: readonly Action[] = ['book', 'accept', 'start'];
const ORDER = ['primary', 'secondary', 'danger'];
/** Steps that few items need; they stand apart where there are many others. */
const RARE: readonly Action[] = [
  'assign',
  'remind',
  'concern',
  'split',
  'merge',
  'reclassify',
  'askExtension',
];
const MANY = 5;
/** Whose work it is stands in a panel of its own, with the way to change it. */
const ELSEWHERE: readonly Action[] = ['assign'];
/** Where nothing was asked there is nothing to answer: no need to say so. */
const UNSAID = ['extensionAsked', 'reopenAsked', 'openConsultation'].map(
  (one) => `lifecycle.condition.${one}`,
);

/** @returns the message key of a step's name; turning a proposal down is no taking back. */
export function actionLabel(action: Action, item: Pick<Feedback, 'publication'>): string {
  const turnsDown = action === 'unpublish' && item.publication === 'PENDING_REVIEW';
  return turnsDown ? 'officer.action.turnDown' : `lifecycle.action.${action}`;
}

/** @param before the item as it was. @returns the message key of what was done. */
export function doneLabel(action: Action, before: Pick<Feedback, 'publication'>): string {
  const turnedDown = action === 'unpublish' && before.publication === 'PENDING_REVIEW';
  return turnedDown ? 'publishing.turnedDown' : `lifecycle.done.${action}`;
}

/** @param from `tu` of the address: the list to which the way back leads. */
export function actionButtons(circumstances: Circumstances, from: string | null = null): ActionButtons {
  const { actor, item } = circumstances;
  const rows = allowedTransitions(actor, item).filter(({ action }) => !ELSEWHERE.includes(action));
  const steps = rows.map((row) => ({ row, reason: refusalOf(row, circumstances) }));
  const ready = steps.filter(({ reason }) => reason === null).map(({ row }) => row);
  const isRare = ({ action }: Transition): boolean => ready.length > MANY && RARE.includes(action);
  const buttons = (some: Transition[]): ActionButton[] =>
    some
      .map((row) => buttonOf(row, item, from))
      .sort((a, b) => ORDER.indexOf(a.variant) - ORDER.indexOf(b.variant));
  return {
    ready: buttons(ready.filter((row) => !isRare(row))),
    rare: buttons(ready.filter(isRare)),
    blocked: steps.flatMap(({ row, reason }) =>
      reason === null || UNSAID.includes(reason.key)
        ? []
        : [{ label: actionLabel(row.action, item), reason }],
    ),
  };
}

function buttonOf({ action, weight }: Transition, item: Feedback, tu: string | null): ActionButton {
  return {
    label: actionLabel(action, item),
    href: paths.officerAction.to({ code: item.code, action, tu }),
    atOnce: AT_ONCE.includes(action),
    variant: weight ?? 'secondary',
  };
}
