import { type CivilDay, isCivilDay } from '../platform/kernel/civil-day.js';
import type { Message } from '../platform/kernel/errors.js';
import { Rule } from '../platform/web/form-field.js';
import { Choice, DayField, Whole } from '../platform/web/form-fields.js';
import { CRITICISED_BY, type CriticisedBy } from './criticised.query.js';

/** Which period, and whether procedures or fields are compared; a year goes before the two days. */
export class CriticisedForm {
  @Whole({ label: 'published.criticised.year', min: 1901, max: 2199 })
  year: number | null;

  @DayField({ label: 'published.criticised.from' })
  from: CivilDay | null;

  @DayField({ label: 'published.criticised.to' })
  @Rule(endFault)
  to: CivilDay | null;

  @Choice({ label: 'published.criticised.by', values: CRITICISED_BY })
  by: CriticisedBy | '';
}

/** @param form without faults. @returns the days meant; the calendar year until today where nothing is said. */
export function criticisedDays(
  { year, from, to }: CriticisedForm,
  today: CivilDay,
): { readonly from: CivilDay; readonly to: CivilDay } {
  if (year !== null) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const begin = from ?? (to === null ? `${today.slice(0, 4)}-01-01` : `${to.slice(0, 4)}-01-01`);
  return { from: begin, to: to ?? (begin > today ? begin : today) };
}

function endFault({ from, to }: CriticisedForm): Message | null {
  const areDays = [from, to].every((day) => typeof day === 'string' && isCivilDay(day));
  return areDays && String(to) < String(from) ? { key: 'published.error.endBeforeBegin' } : null;
}
