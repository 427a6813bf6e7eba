import type { Step } from './effects.js';
import type { Feedback } from './feedback.entity.js';
import { filesFact } from './files-fact.js';
import type { JournalNote } from './journal.service.js';
import { lastDayToSupplement } from './last-day-to-supplement.js';
import type { Transition } from './transition.js';

/** @returns what the journal says about a step: its words, its reason, and small facts without personal data. */
export function stepNote(row: Transition, step: Step, after: Feedback): JournalNote {
  const { input, now, item, master, agency, facts, calendar } = step;
  const details: Record<string, string | number> = {
    ...input.facts,
    ...facts,
    ...filesFact(input.files ?? []),
  };
  if (row.clock === 'recompute') Object.assign(details, { dueBefore: item.dueDay, dueAfter: after.dueDay });
  if (row.action === 'requestInfo') details.supplementBy = lastDayToSupplement(calendar, now);
  if (row.action === 'assign' && after.assigneeId !== null) details.assigneeId = after.assigneeId;
  if (row.action === 'consult' && agency) details.agencyId = agency.id;
  if (after.procedureId !== item.procedureId) details.procedureId = after.procedureId ?? 0;
  if (input.newDay !== undefined) details.newDay = input.newDay;
  if (input.innerDay !== undefined) details.innerDay = input.innerDay;
  if (after.registerNumber !== null && item.registerNumber === null)
    details.registerNumber = after.registerNumber;
  if (master) details.masterCode = master.code;
  return {
    action: row.action,
    recordedAt: now,
    reasonCode:
      row.action === 'expire' ? 'NO_SUPPLEMENT' : (input.refusalReason ?? input.redirection ?? null),
    text: input.reason ?? input.question ?? input.content ?? input.words ?? null,
    details: Object.keys(details).length > 0 ? details : null,
  };
}
