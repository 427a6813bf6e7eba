import { Injectable } from '@nestjs/common';
import { FiguresService } from '../../figures/figures.service.js';
import { type DailyCounts, DailyFigures } from './daily-figures.js';

/** The home page's numbers are the published figures of the year until now: the same definitions, the same place. */
@Injectable()
export class PublishedDailyFigures extends DailyFigures {
  constructor(private readonly figures: FiguresService) {
    super();
  }

  async today(): Promise<DailyCounts> {
    const { period, total } = await this.figures.yearToDate();
    const { counts } = total;
    return {
      from: period.firstDay,
      asOf: period.until,
      total: counts['1'],
      processed: counts['7'],
      onTime: counts['11'] + counts['12'],
      inTerm: counts['15'],
      overdue: counts['16'],
    };
  }
}
