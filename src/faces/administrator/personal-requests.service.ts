import { Injectable } from '@nestjs/common';
import { ErasePersonalData } from '../../feedback/erasure.service.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { PersonalFinder } from '../../feedback/personal-finder.query.js';
import { isErasable } from '../../feedback/retention.js';
import { auditedStaff, AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RandomSource } from '../../platform/kernel/random.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import type { PersonalEraseForm, PersonalFindForm } from './personal-find.form.js';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What an administrator does at a person's request: finds, hands over, erases. Each is written down. */
@Injectable()
export class PersonalRequests {
  constructor(
    private readonly finder: PersonalFinder,
    private readonly erasing: ErasePersonalData,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly random: RandomSource,
  ) {}

  /** @returns codes and states; the search itself is written down, without what was searched. */
  async find(form: PersonalFindForm, admin: SignedIn): Promise<Feedback[]> {
    const found = await this.finder.of(form, admin.staffId);
    const subject = { action: 'personal.find', subjectKind: 'person', subject: '' };
    const note = { ...subject, purpose: 'PRIVACY', details: { items: found.length } };
    await this.unitOfWork.run((tx) => this.audit.record(tx, auditedStaff(admin), note));
    return found;
  }

  /** Writes down that each of them was handed over. @returns their codes. */
  async handOver(form: PersonalFindForm, admin: SignedIn): Promise<string[]> {
    const codes = (await this.finder.of(form, admin.staffId)).map(({ code }) => code);
    await this.unitOfWork.run(async (tx) => {
      for (const code of codes) {
        const note = {
          action: 'personal.export',
          subjectKind: 'feedback',
          subject: code,
          purpose: 'PRIVACY',
        };
        await this.audit.record(tx, auditedStaff(admin), note);
      }
    });
    return codes;
  }

  /** Those that have ended; the others are still worked on. @returns the number of the certificate; null where there was nothing. */
  async erase(form: PersonalEraseForm, admin: SignedIn): Promise<string | null> {
    const found = await this.finder.of(form, admin.staffId);
    const ids = found.filter(isErasable).map(({ id }) => id);
    const { reason, document } = form;
    const order = {
      act: this.number(),
      rule: 'DECISION' as const,
      reason,
      document,
      by: auditedStaff(admin),
    };
    const proofs = await this.erasing.erase(ids, order);
    return proofs.length === 0 ? null : order.act;
  }

  private number(): string {
    return `QD-${Array.from({ length: 8 }, () => LETTERS[this.random.below(LETTERS.length)]).join('')}`;
  }
}
