import { Readable } from 'node:stream';
import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { ItemExport } from '../../../intake/item-export.query.js';
import { ITEM_WRITERS } from '../../../intake/item-lines.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Partner } from '../../../platform/web/access.js';
import type { SignedInPartner } from '../../../platform/web/signed-in.js';
import { QueryOf } from '../form.pipe.js';
import { Operation, type OperationDoc, type ParameterDoc } from '../operation.js';
import { day, oneOf } from '../schema.js';
import { PARTNER_API } from './partner-addresses.js';
import { PartnerExportForm } from './partner-export.form.js';
import { ThisPartner } from './signed-in-partner.js';

const DAY = (name: string): ParameterDoc => ({
  ...{ name, in: 'query', text: `partners.export.${name}`, schema: day },
});

const EXPORT: OperationDoc = {
  id: 'exportPartnerItems',
  tag: 'partner',
  summary: 'partners.operation.export',
  parameters: [
    { name: 'format', in: 'query', text: 'partners.export.format', schema: oneOf(['csv', 'jsonl']) },
    DAY('from'),
    DAY('to'),
  ],
  answers: { 200: {} },
  errors: [401, 403, 422, 429],
  security: ['key'],
};

/** A partner's own items as a file, with the contact data that it has sent itself. */
@Controller()
export class PartnerExportController {
  constructor(
    private readonly items: ItemExport,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Written down in the trail before the first line is sent; the file is made while it is sent. */
  @Partner('export')
  @Operation(EXPORT)
  @Get(PARTNER_API.export.route)
  async export(
    @ThisPartner() { partnerId }: SignedInPartner,
    @QueryOf(PartnerExportForm) { format, from, to }: PartnerExportForm,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const [chosen, span] = [format || 'jsonl', { from, to }];
    const actor = { kind: 'partner', partnerId } as const;
    const rows = await this.items.count(actor, span);
    const details = { rows, format: chosen, contact: true, ...span };
    const note = { action: 'export.items', subjectKind: 'partner', subject: partnerId, details };
    await this.unitOfWork.run((tx) => this.audit.record(tx, { kind: 'partner', id: partnerId }, note));
    response.set('Cache-Control', 'no-store');
    const writer = ITEM_WRITERS[chosen];
    const chunks = this.items.chunks(actor, span, () => true);
    async function* text(): AsyncGenerator<string> {
      if (writer.head !== '') yield writer.head;
      for await (const chunk of chunks) yield writer.lines(chunk);
    }
    return new StreamableFile(Readable.from(text()), {
      type: writer.mediaType,
      disposition: `attachment; filename="items.${chosen}"`,
    });
  }
}
