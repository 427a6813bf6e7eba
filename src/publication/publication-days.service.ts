import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import { Choices } from '../platform/installation/choices.service.js';
import { PUBLICATION_TERM, type PublicationClock } from './publication-term.js';

/** By what the days of publication are counted now. */
@Injectable()
export class PublicationDays {
  constructor(
    private readonly calendar: CalendarService,
    private readonly choices: Choices,
  ) {}

  /** What is not public yet goes by the term and the calendar in force; what was published keeps its day. */
  async clock(tx?: EntityManager): Promise<PublicationClock> {
    const term = await this.choices.get(PUBLICATION_TERM, tx);
    return { calendar: await this.calendar.current(), term };
  }
}
