import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail, type AuditActor } from '../audit/audit-trail.service.js';
import type { AuditDetails } from '../audit/audit-entry.entity.js';
import { Clock } from '../kernel/clock.js';
import type { Choice } from './choice.js';
import { InstallationChoice } from './installation-choice.entity.js';

/** What the authority has decided about its installation. Each room declares its own choices; this keeps them. */
@Injectable()
export class Choices {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the value decided on, else the standard; read anew each time, so that a change works at once everywhere. */
  async get<T>(choice: Choice<T>, tx: EntityManager = this.source.manager): Promise<T> {
    const row = await tx.findOneBy(InstallationChoice, { name: choice.name });
    return (row && choice.read(row.value)) ?? choice.standard;
  }

  /**
   * Decides, with its entry in the trail.
   * @param details what the trail should tell of the change; codes and numbers only.
   */
  async set<T>(
    tx: EntityManager,
    choice: Choice<T>,
    value: T,
    by: AuditActor,
    details: AuditDetails | null = null,
  ): Promise<void> {
    const changedById = by.kind === 'staff' ? (by.id ?? null) : null;
    const row = { name: choice.name, value, changedAt: this.clock.now(), changedById };
    await tx.upsert(InstallationChoice, row as object, ['name']);
    const note = { action: 'setting.change', subjectKind: 'setting', subject: choice.name, details };
    await this.audit.record(tx, by, note);
  }
}
