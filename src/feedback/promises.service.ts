import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import { type DeadlineRecord, overdueAfter, promise } from '../calendar/promise.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import { type Report, TermRules } from './term-rules.service.js';
import { TERMS } from './terms.js';

/** The days of an item that is new, or begins anew. */
export interface PromisedDays {
  readonly deadline: DeadlineRecord;
  readonly dueDay: CivilDay;
  readonly plainDueDay: CivilDay;
  readonly overdueAfter: CivilDay | null;
}

/** Makes the promise: the answer comes by the end of the last working day of the term that counts (C3). */
@Injectable()
export class Promises {
  constructor(
    private readonly calendar: CalendarService,
    private readonly terms: TermRules,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /**
   * What a page may say before anything is stored is what would be stored.
   * @param manager of the unit of work, where there is one.
   */
  async promiseFor(
    { day, ...report }: Report,
    manager: EntityManager = this.reader.manager,
  ): Promise<DeadlineRecord> {
    const term = await this.terms.termFor(manager, { day, ...report });
    return promise(await this.calendar.current(), { start: day, ...term });
  }

  /** The columns of an item that hold the promise. */
  async daysFor(report: Report, tx: EntityManager): Promise<PromisedDays> {
    const deadline = await this.promiseFor(report, tx);
    return {
      deadline,
      dueDay: deadline.due,
      plainDueDay: deadline.plainDue,
      overdueAfter: overdueAfter(deadline),
    };
  }

  /** @returns by when what was entered on this day is taken in, refused or asked about (C1). */
  async triageDayFor(entered: CivilDay): Promise<CivilDay> {
    return (await this.calendar.current()).addWorkingDays(entered, TERMS.triage).due;
  }
}
