import { type CivilDay, isCivilDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { Rule } from '../../platform/web/form-field.js';
import { DayField, Line } from '../../platform/web/form-fields.js';
import { PagingForm } from './keyset-page.js';

/** The filters of the page of published answers; agency, field and procedure by their codes. */
export class PublishedForm extends PagingForm {
  @Line({ label: 'published.search', max: 200 })
  q: string;

  @Line({ label: 'published.agency', max: 40 })
  agency: string;

  @Line({ label: 'published.field', max: 200 })
  field: string;

  @Line({ label: 'published.procedure', max: 40 })
  procedure: string;

  /** Days of publishing, both included. */
  @DayField({ label: 'published.from' })
  from: CivilDay | null;

  @DayField({ label: 'published.to' })
  @Rule(endFault)
  to: CivilDay | null;

  @Line({ label: 'api.parameter.cursor', max: 24, pattern: /^[01]-\d{1,16}$/ })
  declare cursor: string;
}

function endFault({ from, to }: PublishedForm): Message | null {
  const areDays = [from, to].every((day) => typeof day === 'string' && isCivilDay(day));
  return areDays && String(to) < String(from) ? { key: 'published.error.endBeforeBegin' } : null;
}
