import { type CivilDay, isCivilDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { Rule } from '../../platform/web/form-field.js';
import { DayField, Hidden, Line, Whole } from '../../platform/web/form-fields.js';

/** What stands in the address of a list or a feed: words, agency and procedure (by code), field, days, and where the page begins. */
export class PublishedForm {
  @Line({ label: 'published.search', max: 200 })
  q: string;

  @Line({ label: 'published.agency', max: 40 })
  agency: string;

  @Line({ label: 'published.agency', max: 200 })
  agencyQuestion: string;

  @Whole({ label: 'published.field', min: 1, max: 2_000_000_000 })
  field: number | null;

  @Line({ label: 'published.procedure', max: 40 })
  procedure: string;

  @Line({ label: 'published.procedure', max: 200 })
  procedureQuestion: string;

  /** Days of publishing, both included. */
  @DayField({ label: 'published.from' })
  from: CivilDay | null;

  @DayField({ label: 'published.to' })
  @Rule(endFault)
  to: CivilDay | null;

  @Hidden({ max: 24 })
  after: string;

  @Hidden({ max: 24 })
  before: string;

  /** The name of the field whose “find” button was pressed. */
  @Hidden({ max: 40 })
  find: string;
}

function endFault({ from, to }: PublishedForm): Message | null {
  const areDays = [from, to].every((day) => typeof day === 'string' && isCivilDay(day));
  return areDays && String(to) < String(from) ? { key: 'published.error.endBeforeBegin' } : null;
}
