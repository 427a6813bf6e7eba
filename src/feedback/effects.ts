import type { EntityManager } from 'typeorm';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Agency } from '../directory/agency.entity.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { StaleVersionError } from '../platform/kernel/errors.js';
import type { Actor } from './actor.js';
import { Feedback } from './feedback.entity.js';
import type { Action } from './transition.js';
import type { RegisterService } from './register.service.js';
import { answerConsultations, askAgency } from './consultation.js';
import type { SplitParts } from './split-parts.service.js';
import { recalculatedItem } from './recalculation.js';
import { Reply } from './reply.entity.js';
import { takenOver } from './take-over.js';
import { TERMS } from './terms.js';
import type { ReplyDraft, TransitionInput } from './transition-input.js';

/** One step under way: the item as it was, and everything its effect may need. */
export interface Step {
  readonly item: Readonly<Feedback>;
  readonly input: TransitionInput;
  readonly actor: Actor;
  readonly now: number;
  readonly calendar: WorkingCalendar;
  /** Looked up where the action needs them. */
  readonly agency: Agency | null;
  readonly master: Feedback | null;
  /** What an effect has found out and the journal should say: small facts, added by the effect. */
  readonly facts: Record<string, string | number>;
}

export type Patch = Partial<Omit<Feedback, 'id' | 'code' | 'submissionKey'>>;
/** Services that some effects need. */
export interface EffectTools {
  readonly register: RegisterService;
  readonly parts: SplitParts;
}
type Effect = (step: Step, tx: EntityManager, tools: EffectTools) => Patch | Promise<Patch>;

/** What an action changes of the item beside its state and its promised date. Actions without a row change nothing else. */
export const EFFECTS: Partial<Record<Action, Effect>> = {
  book: async ({ item, now, calendar }, tx, { register }) => ({
    registerNumber: await register.next(tx, item.intakeAgency, now),
    forwardDueDay: workingDayAfter(calendar, dayOf(now), TERMS.forwarding),
  }),
  requestInfo: ({ item }) => ({ previousState: item.state }),
  supplement: () => ({ previousState: null }),
  forward: (step) => booksOf(step),
  reassign: (step) => ({ ...booksOf(step), ...resumedElsewhere(step) }),
  toSuperior: (step) => ({ ...booksOf(step), ...resumedElsewhere(step) }),
  succeed: (step, tx) => takenOver(step, tx),
  return: ({ item, now, calendar }) => ({
    handlingAgencyId: item.intakeAgencyId,
    handlingAgency: item.intakeAgency,
    ...FREED,
    hops: item.hops + 1,
    forwardDueDay: workingDayAfter(calendar, dayOf(now), TERMS.forwarding),
  }),
  start: () => ({ forwardDueDay: null }),
  merge: async ({ master }, tx) => {
    if (!master) throw new Error('a merger without its master');
    const { id, version } = master;
    const taken = await tx.update(Feedback, { id, version }, { mergedCount: () => '"mergedCount" + 1' });
    if (taken.affected !== 1) throw new StaleVersionError(); // the master has moved on meanwhile
    return { mergedIntoId: id };
  },
  draft: async ({ item, input, actor, now }, tx) => ({
    replyId: await storeReply(tx, item.id, input.reply as ReplyDraft, actor, now),
  }),
  approve: async ({ item, input, actor, now }, tx) => {
    const approvedById = actor.kind === 'staff' ? actor.staffId : null;
    await tx.update(Reply, { id: item.replyId }, { approvedById, ...input.document });
    return { answeredAt: now, rating: null };
  },
  rate: ({ input }) => ({ rating: input.rating ?? null }),
  reopen: ({ item }) => ({
    reopenCount: item.reopenCount + 1,
    answeredAt: null,
    rating: null,
    // What was published belongs to the answer that is undone.
    publication: item.publication === 'PUBLISHED' ? 'UNPUBLISHED' : 'NONE',
    proposedById: null,
    reopenAsked: false,
    apologyDay: null,
  }),
  askReopen: () => ({ reopenAsked: true }),
  declineReopen: () => ({ reopenAsked: false, reopenDeclined: true }),
  askExtension: ({ actor }) => ({ extensionAskedById: actor.kind === 'staff' ? actor.staffId : null }),
  extend: () => ({ extensionAskedById: null }),
  declineExtension: () => ({ extensionAskedById: null }),
  assign: ({ input }) => ({ assigneeId: input.assigneeId ?? null }),
  concern: ({ item, input }) => ({
    concernsStaffId: input.concernsStaffId ?? null,
    ...(item.assigneeId === input.concernsStaffId ? { assigneeId: null } : {}),
  }),
  apologise: ({ input }) => ({ apologyDay: input.newDay ?? null }),
  recalculate: async ({ item, now, calendar }, tx) => recalculatedItem(tx, item, calendar, dayOf(now)),
  consult: (step, tx) => askAgency(step, tx),
  contribute: (step, tx) => answerConsultations(step, tx),
  split: async (step, tx, { parts }) => {
    step.facts.partCode = (await parts.split(tx, step)).code;
    return {};
  },
  reclassify: ({ item, input }) => ({
    subject: input.subject ?? item.subject,
    fieldId: input.fieldId === undefined ? item.fieldId : input.fieldId,
    procedureId: input.procedureId === undefined ? item.procedureId : input.procedureId,
  }),
  proposePublication: ({ actor }) => ({ proposedById: actor.kind === 'staff' ? actor.staffId : null }),
};

/** What belonged to the people of the agency that it leaves. */
const FREED = { assigneeId: null, extensionAskedById: null } as const;

function workingDayAfter(calendar: WorkingCalendar, start: CivilDay, days: number): CivilDay {
  return calendar.addWorkingDays(start, days).due;
}

/** The books change with the transfer entry, not with its acceptance (domain §4.1). */
function booksOf({ agency }: Step): Patch {
  if (!agency) throw new Error('a transfer without its agency');
  return { handlingAgencyId: agency.id, handlingAgency: agency, forwardDueDay: null, ...FREED };
}

/** A paused item that changes hands goes on at the new agency's door when the citizen has supplemented. */
function resumedElsewhere({ item }: Step): Patch {
  return item.state === 'NEEDS_INFO' ? { previousState: 'FORWARDED' } : {};
}

async function storeReply(
  tx: EntityManager,
  feedbackId: number,
  draft: ReplyDraft,
  actor: Actor,
  draftedAt: number,
): Promise<number> {
  if (actor.kind !== 'staff') throw new Error('only staff draft replies');
  const reply = tx.create(Reply, {
    ...draft,
    feedbackId,
    drafterId: actor.staffId,
    draftedAt,
    approvedById: null,
  });
  await tx.insert(Reply, reply);
  return reply.id;
}
