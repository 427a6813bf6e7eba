import { Injectable } from '@nestjs/common';
import { readCalendarDocument } from '../../calendar/calendar-document.js';
import { CalendarService } from '../../calendar/calendar.service.js';
import { withLines } from '../../calendar/plan-lines.js';
import { readCalendarFile } from '../../calendar/read-calendar-file.js';
import { checkedPlan, parseYearPlans, type YearPlan } from '../../calendar/year-plan.js';
import { DomainError, UsageError } from '../../platform/kernel/errors.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import type { CalendarForm } from './calendar.form.js';

/** More years at once are for the command line: a page has to carry them to the confirmation. */
const MOST_YEARS = 12;

/** Makes years of what an administrator typed, pasted or sent; nothing is stored. */
@Injectable()
export class CalendarDraft {
  constructor(private readonly calendar: CalendarService) {}

  /** @throws DomainError invalid beside `lines` or `file`. */
  async read(form: CalendarForm, file: SentFile | null): Promise<YearPlan[]> {
    if (file) return within('file', () => fromFile(file));
    const text = form.lines.trim();
    if (/^[[{]/.test(text)) return within('lines', () => Promise.resolve(readCalendarDocument(text)));
    return within('lines', async () => [await this.edited(form)]);
  }

  /** What the page carried to the confirmation. @throws DomainError invalid */
  confirmed(plans: string): YearPlan[] {
    try {
      return parseYearPlans(JSON.parse(plans));
    } catch {
      throw new DomainError('invalid', 'errors.brokenForm');
    }
  }

  private async edited({ year, lines, replace, confirmed, note }: CalendarForm): Promise<YearPlan> {
    const known = await this.calendar.plan(year);
    const days = replace ? [] : (known?.days ?? []);
    return checkedPlan(withLines({ year, confirmed, note, days: days.map((day) => ({ ...day })) }, lines));
  }
}

function fromFile({ path, name }: SentFile): Promise<YearPlan[]> {
  if (path === null) throw new UsageError(`${name} is too large for a calendar`);
  return readCalendarFile(path, name);
}

/** What a file or a plan has wrong is told in one English line; it stands beside the field that brought it. */
async function within(field: string, read: () => Promise<YearPlan[]>): Promise<YearPlan[]> {
  try {
    const plans = await read();
    if (plans.length <= MOST_YEARS) return plans;
    throw beside(field, 'calendar.page.tooManyYears', { most: MOST_YEARS });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw beside(field, 'calendar.page.unusable', { reason: error.message.slice(0, 200) });
  }
}

function beside(field: string, key: string, params: Record<string, string | number>): DomainError {
  return new DomainError('invalid', 'errors.invalid', {}, { [field]: { key, params } });
}
