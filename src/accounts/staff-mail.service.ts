import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditTrail, auditedStaff } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Staff } from './staff.entity.js';

/** Where work mail goes, and what of it is wanted. */
export interface MailChoices {
  /** Null: the desk alone tells. */
  readonly email: string | null;
  readonly wantsDigest: boolean;
  readonly wantsReminders: boolean;
}

/** @returns the address as it is stored, null for none. @throws DomainError `invalid` with `email`. */
export function checkedEmail(typed: string | null | undefined): string | null {
  const email = (typed ?? '').trim();
  if (email === '') return null;
  // Servers that take other letters before the @ are rare; the mail would never arrive.
  if (/^[\x21-\x7e]+$/.test(email) && email.length <= 254 && isEmail(email)) return email;
  throw new DomainError('invalid', 'accounts.invalid', {}, { email: { key: 'accounts.email.shape' } });
}

@Injectable()
export class StaffMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `invalid` with `email`. */
  async change(staffId: number, { email, ...wishes }: MailChoices): Promise<void> {
    const checked = checkedEmail(email);
    await this.unitOfWork.run(async (tx) => {
      await tx.update(Staff, { id: staffId }, wishes);
      await this.store(tx, staffId, checked, auditedStaff({ staffId }));
    });
  }

  /** The administrator's part: the address alone. @throws DomainError `invalid` with `email`. */
  async changeAddress(staffId: number, email: string, by: AuditActor): Promise<void> {
    const checked = checkedEmail(email);
    await this.unitOfWork.run((tx) => this.store(tx, staffId, checked, by));
  }

  /** No more of one kind; as often as one likes. */
  async decline(staffId: number, wish: 'wantsDigest' | 'wantsReminders'): Promise<void> {
    await this.unitOfWork.run((tx) => tx.update(Staff, { id: staffId }, { [wish]: false }));
  }

  /** The trail says that the address changed, not what it is. */
  private async store(
    tx: EntityManager,
    staffId: number,
    email: string | null,
    by: AuditActor,
  ): Promise<void> {
    const person = await tx.findOneBy(Staff, { id: staffId });
    if (!person || person.email === email) return;
    await tx.update(Staff, { id: staffId }, { email });
    await this.audit.record(tx, by, { action: 'staff.email', subjectKind: 'staff', subject: staffId });
  }
}
