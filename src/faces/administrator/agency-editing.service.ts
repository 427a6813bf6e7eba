import { Injectable } from '@nestjs/common';
import { AgencyRegistry } from '../../directory/agency-registry.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { auditedStaff, AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import type { AgencyForm, NewAgencyForm } from './agency.form.js';

/** Adds agencies and corrects what is said of them; the trail names the columns, never their content. */
@Injectable()
export class AgencyEditing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: AgencyRegistry,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError invalid beside `code` */
  add(admin: SignedIn, parent: Readonly<Agency>, form: NewAgencyForm): Promise<Agency> {
    const { question: _, agency: __, ...details } = form;
    return this.unitOfWork.run(async (tx) => {
      const row = await this.registry.add({ ...details, parentId: parent.id });
      const facts = { parent: parent.code, day: details.validFrom };
      const note = { action: 'agency.add', subjectKind: 'agency', subject: row.code, details: facts };
      await this.audit.record(tx, auditedStaff(admin), note);
      return row;
    });
  }

  async edit(admin: SignedIn, row: Readonly<Agency>, form: AgencyForm): Promise<void> {
    const columns = Object.entries(form)
      .filter(([column, value]) => row[column as keyof AgencyForm] !== value)
      .map(([column]) => column);
    if (columns.length === 0) return;
    await this.unitOfWork.run(async (tx) => {
      await this.registry.change(row.id, Object.assign({}, form));
      const facts = { columns: columns.join(' ') };
      const note = { action: 'agency.edit', subjectKind: 'agency', subject: row.code, details: facts };
      await this.audit.record(tx, auditedStaff(admin), note);
    });
  }
}
