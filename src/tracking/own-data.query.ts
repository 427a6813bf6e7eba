import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';
import { Staff } from '../accounts/staff.entity.js';
import { Agency } from '../directory/agency.entity.js';
import { CONTACT_LOOK } from '../feedback/contact-looks.service.js';
import type { LookPurpose } from '../feedback/contact-policy.js';
import { Submitter } from '../feedback/submitter.entity.js';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { CitizenItemQuery } from './citizen-item.query.js';
import type { OwnData, OwnLook } from './own-data.js';

/** A person's own data of one item, and who looked at them. */
@Injectable()
export class OwnDataQuery {
  constructor(
    private readonly items: CitizenItemQuery,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** @param code of an item that its submitter has opened, or that was shown to be that person's. @returns null when there is none. */
  async of(code: string): Promise<OwnData | null> {
    const found = await this.items.byCode(code);
    if (!found) return null;
    const submitter = await this.reader.manager.findOneByOrFail(Submitter, { feedbackId: found.item.id });
    return { found, submitter, looks: await this.looksAt(code) };
  }

  private async looksAt(code: string): Promise<OwnLook[]> {
    const { manager } = this.reader;
    const entries = await manager.find(AuditEntry, {
      where: { subjectKind: 'feedback', subject: code, action: CONTACT_LOOK },
      order: { id: 'DESC' },
    });
    const people = await manager.findBy(Staff, { id: In(entries.map(({ actorId }) => actorId ?? 0)) });
    const agencies = await manager.findBy(Agency, { id: In(people.map(({ agencyId }) => agencyId)) });
    return entries.map(({ at, actorId, purpose }) => {
      const person = people.find(({ id }) => id === actorId);
      const agency = agencies.find(({ id }) => id === person?.agencyId);
      const place = { agency: agency?.name ?? '', position: person?.position ?? '' };
      return { at, ...place, purpose: purpose as LookPurpose };
    });
  }
}
