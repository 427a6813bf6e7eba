import { isOverdue } from '../calendar/promise.js';
import { type CivilDay, dayOf, daysBetween } from '../platform/kernel/civil-day.js';
import type { Message } from '../platform/kernel/errors.js';
import { covers } from '../accounts/staff-actor.js';
import type { Actor } from './actor.js';
import type { Coordination } from './coordination.entity.js';
import type { Feedback } from './feedback.entity.js';
import type { Condition, Transition } from './transition.js';
import { TERMS } from './terms.js';

/** What a condition may look at: the item, who acts, today in Vietnam, and who drafted the reply under way. */
export interface Circumstances {
  readonly item: Feedback;
  readonly actor: Actor;
  readonly today: CivilDay;
  readonly drafterId: number | null;
}

const daysSinceAnswer = ({ item, today }: Circumstances): number =>
  item.answeredAt === null ? Infinity : daysBetween(dayOf(item.answeredAt), today);
const COORDINATING_ROLES = ['INTAKE_OFFICER', 'HANDLER'] as const;
const isActor = (actor: Actor, staffId: number | null): boolean =>
  actor.kind === 'staff' && actor.staffId === staffId;

/** True where the condition holds. */
const HOLDS: Record<Condition, (c: Circumstances) => boolean> = {
  booked: ({ item }) => item.registerNumber !== null,
  hopsLeft: ({ item }) => item.hops < TERMS.hops,
  notDrafter: ({ actor, drafterId }) => !isActor(actor, drafterId),
  notMaster: ({ item }) => item.mergedCount === 0,
  notOverdue: ({ item, today }) => !isOverdue(item.deadline, today),
  overdue: ({ item, today }) => isOverdue(item.deadline, today),
  extensionAsked: ({ item }) => item.extensionAskedById !== null,
  extensionNotAsked: ({ item }) => item.extensionAskedById === null,
  notAsker: ({ actor, item }) => !isActor(actor, item.extensionAskedById),
  reopenAsked: ({ item }) => item.reopenAsked,
  reopenNotAsked: ({ item }) => !item.reopenAsked && !item.reopenDeclined,
  reopenDecided: ({ item }) => !item.reopenAsked,
  openConsultation: ({ actor, item }) => openConsultationsOf(actor, item).length > 0,
  notExtended: ({ item }) => item.deadline.extension === null,
  notRated: ({ item }) => item.rating === null,
  notReopened: ({ item }) => item.reopenCount === 0,
  ratingWindow: (c) => daysSinceAnswer(c) <= TERMS.rating,
  reopenWindow: (c) => daysSinceAnswer(c) <= TERMS.reopening,
  dissatisfied: ({ item }) => item.rating === 'DISSATISFIED',
  notProposer: ({ actor, item }) => !isActor(actor, item.proposedById),
};

/** @returns the questions to agencies of this officer that are not answered yet. */
export function openConsultationsOf(actor: Actor, item: Feedback): Coordination[] {
  if (actor.kind !== 'staff') return [];
  return item.coordinations.filter(
    ({ answeredAt, agency }) =>
      answeredAt === null && COORDINATING_ROLES.some((role) => covers(actor, role, agency.path)),
  );
}

/** @returns the first condition of the row that does not hold, as a message; null when all hold. */
export function refusalOf(transition: Transition, circumstances: Circumstances): Message | null {
  const broken = transition.conditions.find((condition) => !HOLDS[condition](circumstances));
  return broken ? { key: `lifecycle.condition.${broken}`, params: { ...PARAMS[broken] } } : null;
}

const PARAMS: Partial<Record<Condition, Record<string, number>>> = {
  hopsLeft: { hops: TERMS.hops },
  ratingWindow: { days: TERMS.rating },
  reopenWindow: { days: TERMS.reopening },
};
