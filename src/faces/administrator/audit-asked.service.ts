import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { StaffQuery } from '../../accounts/staff.query.js';
import { Staff } from '../../accounts/staff.entity.js';
import { normaliseUsername } from '../../accounts/username.js';
import { endOfDay, isCivilDay, startOfDay } from '../../platform/kernel/civil-day.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { topsOf } from './administered-subtree.js';
import type { AuditForm } from './audit.form.js';
import type { AuditQuestion } from './audit-question.js';

/** People whose names have the words; more are narrowed by more words. */
const PEOPLE = 200;
const EVERYWHERE = ['/'];

/** Makes of what an administrator typed what the list is asked. */
@Injectable()
export class AuditAsked {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly staff: StaffQuery,
  ) {}

  async by(admin: SignedIn, form: Omit<AuditForm, 'sau'>): Promise<AuditQuestion> {
    const { who, kind, action, purpose, subject, from, to } = form;
    const within = this.reachOf(admin);
    const people = who === '' ? null : await this.staff.within(within ?? EVERYWHERE, who, PEOPLE);
    return {
      ...{ viewerId: admin.staffId, within, kind, action, purpose },
      actorIds: people?.map(({ id }) => id) ?? null,
      subject: subject === '' ? null : await this.subjectOf(subject),
      from: from !== null && isCivilDay(from) ? startOfDay(from) : null,
      until: to !== null && isCivilDay(to) ? endOfDay(to) : null,
    };
  }

  /** Everything that one person did. */
  ofPerson(admin: SignedIn, staffId: number): AuditQuestion {
    return {
      ...{ viewerId: admin.staffId, within: this.reachOf(admin), actorIds: [staffId] },
      ...{ kind: '', action: '', purpose: '', subject: null, from: null, until: null },
    };
  }

  private reachOf(admin: SignedIn): readonly string[] | null {
    return admin.rolesOverAll?.includes('ADMIN') ? null : topsOf(admin);
  }

  /** Codes are written in capitals, and may be typed otherwise. */
  private async subjectOf(typed: string): Promise<NonNullable<AuditQuestion['subject']>> {
    const username = normaliseUsername(typed);
    const person = await this.source.manager.findOneBy(Staff, { username });
    return { texts: [...new Set([typed, typed.toUpperCase()])], staffId: person?.id ?? null };
  }
}
