import { Injectable } from '@nestjs/common';
import { auditedStaff, AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** Each item's journal says who gave it to whom; the trail says that it was done for many at once. */
@Injectable()
export class HandoverTrail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @param items that changed hands. */
  async note(by: { readonly staffId: number }, from: number, to: number, items: number): Promise<void> {
    if (items === 0) return;
    const note = { action: 'staff.handOver', subjectKind: 'staff', subject: from, details: { to, items } };
    await this.unitOfWork.run((tx) => this.audit.record(tx, auditedStaff(by), note));
  }
}
