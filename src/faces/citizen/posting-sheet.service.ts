import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Agency } from '../../directory/agency.entity.js';
import { SUBJECTS, type Subject } from '../../feedback/classification.js';
import { TermRules } from '../../feedback/term-rules.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import type { Report } from '../../figures/report.js';
import { Settings } from '../../platform/config/settings.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { lastPeriod, type PeriodLength } from './last-period.js';

/** What an agency posts at its office (Đ.13 and Đ.14 NĐ 20/2008/NĐ-CP). */
export interface PostingSheet {
  readonly agency: Readonly<Agency>;
  readonly report: Report;
  /** Working days to the answer, by what it is about. */
  readonly terms: Readonly<Record<Subject, number>>;
  /** Where the QR code leads: the form, with this agency chosen. */
  readonly baseUrl: string;
}

/** Puts the sheet together: contact points, terms in force today, figures by their one definition. */
@Injectable()
export class PostingSheets {
  constructor(
    private readonly figures: FiguresService,
    private readonly rules: TermRules,
    private readonly settings: Settings,
    private readonly clock: Clock,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  async of(agency: Readonly<Agency>, length: PeriodLength): Promise<PostingSheet> {
    const today = dayOf(this.clock.now());
    const span = { ...lastPeriod(length, today), cutOff: null };
    const report = await this.figures.report({ span, agencyId: agency.id, by: 'none' });
    const terms = await Promise.all(SUBJECTS.map((subject) => this.term(subject, agency.path)));
    return {
      agency,
      report,
      terms: Object.fromEntries(terms) as Record<Subject, number>,
      baseUrl: this.settings.baseUrl,
    };
  }

  private async term(subject: Subject, agencyPath: string): Promise<[Subject, number]> {
    const day = dayOf(this.clock.now());
    const asked = { subject, urgency: 'NORMAL', channel: 'WEB', agencyPath, day } as const;
    return [subject, (await this.rules.termFor(this.reader.manager, asked)).term];
  }
}
