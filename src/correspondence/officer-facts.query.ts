import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Staff } from '../accounts/staff.entity.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Agency } from '../directory/agency.entity.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackText } from '../feedback/feedback-text.entity.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { Settings } from '../platform/config/settings.js';
import { Translator } from '../platform/i18n/translator.js';
import { type CivilDay, dayOf, formatDay } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { paths } from '../platform/web/paths.js';
import type { Facts } from './letters.js';

/** What letters to colleagues say of an item: code, field and days, and what a colleague wrote; never the citizen's words. */
@Injectable()
export class OfficerFacts {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly calendar: CalendarService,
    private readonly translator: Translator,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async ofReminder(item: Feedback, today: CivilDay): Promise<Facts> {
    const left = (await this.calendar.current()).workingDaysBetween(today, item.dueDay);
    const isToday = item.dueDay === today;
    return { ...this.common(item), today: isToday ? formatDay(today) : '', daysLeft: String(left) };
  }

  async ofStep(item: Feedback, { actorId, actorAgencyId, textId }: JournalEntry): Promise<Facts> {
    const { manager } = this.reader;
    const by = actorId === null ? null : await manager.findOneBy(Staff, { id: actorId });
    const from = actorAgencyId === null ? null : await manager.findOneBy(Agency, { id: actorAgencyId });
    const text = textId === null ? null : await manager.findOneBy(FeedbackText, { id: textId });
    const calendar = await this.calendar.current();
    const late = calendar.workingDaysBetween(item.dueDay, dayOf(this.clock.now()));
    return {
      ...this.common(item),
      by: by?.name ?? this.translator.t('mail.system'),
      from: from?.name ?? '',
      reason: text?.body ?? '',
      daysLate: String(late),
    };
  }

  private common({ code, field, handlingAgency, dueDay }: Feedback): Facts {
    return {
      code,
      agency: handlingAgency.name,
      field: field?.name ?? this.translator.t('mail.noField'),
      dueDay: formatDay(dueDay),
      link: `${this.settings.baseUrl}${paths.officerItem.to({ code })}`,
    };
  }
}
