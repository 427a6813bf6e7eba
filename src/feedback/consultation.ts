import { type EntityManager, In } from 'typeorm';
import { openConsultationsOf } from './conditions.js';
import { Coordination } from './coordination.entity.js';
import type { Patch, Step } from './effects.js';
import type { Feedback } from './feedback.entity.js';

/** Writes down that the agency was asked; the question itself is the text of the journal entry. */
export async function askAgency(step: Step, tx: EntityManager): Promise<Patch> {
  const { item, agency, actor, input, now } = step;
  if (!agency || actor.kind !== 'staff' || input.innerDay === undefined)
    throw new Error('a consultation without agency, officer or day');
  await tx.insert(Coordination, {
    feedbackId: item.id,
    agencyId: agency.id,
    dueDay: input.innerDay,
    askedById: actor.staffId,
    askedAt: now,
    askedSeq: item.version + 1,
    answeredById: null,
    answeredAt: null,
    answeredSeq: null,
  });
  return {};
}

/** One opinion answers every open question to the agencies for which the officer speaks. */
export async function answerConsultations(step: Step, tx: EntityManager): Promise<Patch> {
  const { item, actor, now } = step;
  const ids = openConsultationsOf(actor, item as Feedback).map(({ id }) => id);
  const answeredById = actor.kind === 'staff' ? actor.staffId : null;
  const answer = { answeredById, answeredAt: now, answeredSeq: item.version + 1 };
  await tx.update(Coordination, { id: In(ids) }, answer);
  return {};
}
