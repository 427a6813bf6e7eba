import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditTrail, auditedStaff } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { auditCsv } from './audit.csv.js';
import type { AuditForm } from './audit.form.js';
import type { Say } from './audit-line.js';
import { AuditList } from './audit-list.service.js';
import { AuditNameQuery } from './audit-names.query.js';
import type { AuditQuestion } from './audit-question.js';

/** Rows in memory at a time; nobody else is served while one of them is written. */
const PIECE = 500;

/** The list as a file, however long: read by key and sent piece by piece. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly list: AuditList,
    private readonly names: AuditNameQuery,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param form what was asked; its codes and days stand in the trail, names and words that were typed do not. */
  async file(question: AuditQuestion, admin: SignedIn, form: AuditForm, say: Say): Promise<StreamableFile> {
    const { kind, action, purpose, from, to } = form;
    const details = { kind, action, purpose, from, to };
    const asked = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
    const note = { action: 'export.audit', subjectKind: 'audit', subject: 'csv', details: asked };
    await this.unitOfWork.run((tx) => this.audit.record(tx, auditedStaff(admin), note));
    const day = dayOf(this.clock.now());
    return new StreamableFile(Readable.from(this.csv(question, say)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="nhat-ky-${day}.csv"`,
    });
  }

  private async *csv(question: AuditQuestion, say: Say): AsyncGenerator<string> {
    yield auditCsv.heading(say);
    for await (const deeds of this.list.pieces(question, PIECE)) {
      yield auditCsv.rows(deeds, await this.names.of(deeds), say);
    }
  }
}
