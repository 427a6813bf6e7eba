import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { UsageError } from '../platform/kernel/errors.js';
import { readText } from '../platform/storage/text-file.js';
import { CalendarService, type Replacement } from './calendar.service.js';
import { isPublishedTable, plansOfPublishedTable } from './published-table.js';
import { parseYearPlans, type YearPlan } from './year-plan.js';

/** A table of a hundred years has some 200 kB. */
const LARGEST = 2_000_000;

/** Brings years of working days from a file: one or several of our own plans, or a published table of years. */
@Injectable()
export class ImportCalendar {
  constructor(
    private readonly calendar: CalendarService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * All years of the file or none; the same file again changes nothing.
   * @returns what became of each year.
   * @throws UsageError in one line when the file cannot be used.
   */
  async run(path: string): Promise<Map<number, Replacement>> {
    const plans = await readPlans(path);
    if (plans.length === 0) throw new UsageError(`${path} has no year in it`);
    return this.unitOfWork.run(async () => {
      const done = new Map<number, Replacement>();
      for (const plan of plans) done.set(plan.year, await this.calendar.replaceYear(plan));
      return done;
    });
  }
}

async function readPlans(path: string): Promise<YearPlan[]> {
  let text = '';
  for await (const piece of readText(path)) {
    text += piece;
    if (text.length > LARGEST) throw new UsageError(`${path} is too large for a calendar`);
  }
  try {
    const document = JSON.parse(text) as unknown;
    return isPublishedTable(document) ? plansOfPublishedTable(document) : parseYearPlans(document);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${path}: ${error.message}`);
    throw new UsageError(`${path} is not JSON, or is cut off`);
  }
}
