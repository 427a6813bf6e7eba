import { Controller, Get, Req } from '@nestjs/common';
import { type ChangeBody, changeBody } from '../../../correspondence/webhook-body.js';
import { PartnerChanges } from '../../../correspondence/partner-changes.query.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { Partner } from '../../../platform/web/access.js';
import type { SignedInPartner } from '../../../platform/web/signed-in.js';
import type { WebRequest } from '../../../platform/web/web-request.js';
import { QueryOf } from '../form.pipe.js';
import { Operation } from '../operation.js';
import { cursorBehind, numberBehind } from './change-cursor.js';
import { ChangesForm, USUAL_CHANGES } from './changes.form.js';
import { CHANGES } from './changes.operation.js';
import { PARTNER_API } from './partner-addresses.js';
import { ThisPartner } from './signed-in-partner.js';

/** What a partner asks again and again: what has happened since. */
@Controller()
export class ChangesController {
  constructor(
    private readonly changes: PartnerChanges,
    private readonly translator: Translator,
  ) {}

  /** Oldest first, none left out; with nothing new, the cursor that was sent comes back. */
  @Partner('changes')
  @Operation(CHANGES)
  @Get(PARTNER_API.changes.route)
  async list(
    @ThisPartner() { partnerId }: SignedInPartner,
    @QueryOf(ChangesForm) { after, limit }: ChangesForm,
    @Req() { lang }: WebRequest,
  ): Promise<{ changes: ChangeBody[]; next: string; more: boolean }> {
    const [from, size] = [numberBehind(after), limit ?? USUAL_CHANGES];
    const rows = await this.changes.after(partnerId, from, size + 1);
    const told = rows.slice(0, size);
    return {
      changes: told.map((change) => changeBody(change, partnerId, this.translator, lang)),
      next: cursorBehind(told.at(-1)?.number ?? from),
      more: rows.length > size,
    };
  }
}
