import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../accounts/staff-actor.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import { Settings } from '../platform/config/settings.js';
import { Translator } from '../platform/i18n/translator.js';
import { type CivilDay, formatDay } from '../platform/kernel/civil-day.js';
import { formatCount } from '../platform/kernel/ratio.js';
import { paths } from '../platform/web/paths.js';
import { DigestQuery, type DigestSection, type Section, SECTIONS } from './digest.query.js';
import type { Facts } from './letters.js';

/** A person's morning in words: codes, fields and days, no title, because people write names into titles. */
@Injectable()
export class DigestFacts {
  constructor(
    private readonly digest: DigestQuery,
    private readonly translator: Translator,
    private readonly settings: Settings,
  ) {}

  /** @returns null where there is nothing to tell. */
  async of(actor: StaffActor, today: CivilDay): Promise<Facts | null> {
    const sections = await this.digest.sections(actor, today);
    const told = SECTIONS.filter((section) => sections[section].count > 0);
    if (told.length === 0) return null;
    const facts: Record<string, string> = {
      day: formatDay(today),
      link: `${this.settings.baseUrl}${paths.officerQueue.to()}`,
      summary: told.map((section) => this.counted(section, sections[section])).join(', '),
    };
    for (const section of SECTIONS) {
      const { count } = sections[section];
      facts[section] = this.lines(sections[section]);
      facts[`${section}Count`] = count === 0 ? '' : formatCount(count);
    }
    return facts;
  }

  private counted(section: Section, { count }: DigestSection): string {
    return this.translator.t(`mail.digest.${section}`, { count });
  }

  private lines({ count, items }: DigestSection): string {
    const lines = items.map((item) => `- ${this.line(item)}`);
    const more = count - items.length;
    if (more > 0) lines.push(`- ${this.translator.t('mail.digest.more', { count: more })}`);
    return lines.join('\n');
  }

  private line({ code, field, handlingAgency, dueDay }: Feedback): string {
    return this.translator.t('mail.digest.line', {
      code,
      field: field?.name ?? this.translator.t('mail.noField'),
      agency: handlingAgency.shortName,
      due: formatDay(dueDay),
    });
  }
}
