import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CalendarDay } from './calendar-day.entity.js';
import { CalendarYear } from './calendar-year.entity.js';
import { seedYears } from './seed-years.js';

/** Gives a fresh installation its calendar; one that has any year is left alone. */
@Injectable()
export class CalendarSeed implements OnModuleInit {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async onModuleInit(): Promise<void> {
    await this.plant();
  }

  /** Two processes may start at once: whoever comes second finds the rows, or writes nothing over them. */
  async plant(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await tx.exists(CalendarYear)) return;
      const plans = seedYears();
      const years = plans.map(({ year, confirmed, note }) => ({ year, confirmed, note, revision: 1 }));
      const days = plans.flatMap((plan) => plan.days);
      await tx.createQueryBuilder().insert().into(CalendarYear).values(years).orIgnore().execute();
      await tx.createQueryBuilder().insert().into(CalendarDay).values(days).orIgnore().execute();
    });
  }
}
