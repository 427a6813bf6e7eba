import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { contactRoles, mayLookAtContact } from '../../feedback/contact-policy.js';
import { ITEM_WRITERS, type ItemFormat } from '../../intake/item-lines.js';
import { ItemExport } from '../../intake/item-export.query.js';
import { auditedStaff, AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import type { ExportForm } from './exchange.form.js';

/** Items on their way out: written down in the trail before the first line is sent. */
@Injectable()
export class ExchangeDesk {
  constructor(
    private readonly items: ItemExport,
    private readonly choices: Choices,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param form without faults. @returns the file, made while it is sent. */
  async export(actor: StaffActor, form: ExportForm): Promise<StreamableFile> {
    const { from, to, contact, purpose } = form;
    const format: ItemFormat = form.format || 'csv';
    const rows = await this.items.count(actor, { from, to });
    const details = { rows, format, contact, from, to };
    const note = { action: 'export.items', subjectKind: 'items', subject: actor.agencyId };
    await this.unitOfWork.run((tx) =>
      this.audit.record(tx, auditedStaff(actor), { ...note, purpose: contact ? purpose : null, details }),
    );
    const { mediaType } = ITEM_WRITERS[format];
    return new StreamableFile(Readable.from(this.text(actor, form, format)), {
      type: mediaType,
      disposition: `attachment; filename="ho-so-${dayOf(this.clock.now())}.${format}"`,
    });
  }

  private async *text(
    actor: StaffActor,
    { from, to, contact }: ExportForm,
    format: ItemFormat,
  ): AsyncGenerator<string> {
    const roles = await this.choices.get(contactRoles);
    const writer = ITEM_WRITERS[format];
    if (writer.head !== '') yield writer.head;
    const shows = (item: Parameters<typeof mayLookAtContact>[1]): boolean =>
      contact && mayLookAtContact(actor, item, roles);
    for await (const chunk of this.items.chunks(actor, { from, to }, shows)) yield writer.lines(chunk);
  }
}
