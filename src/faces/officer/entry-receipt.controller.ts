import { Controller, Get, Param } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { receiptPaper } from '../../intake/receipt.view.js';
import { Settings } from '../../platform/config/settings.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { EnteredReceipts } from './entered-receipts.service.js';

/** The citizen's receipt, printed by the officer who has keyed the item in. */
@Controller()
@Staff('INTAKE_OFFICER')
export class EntryReceiptController {
  constructor(
    private readonly receipts: EnteredReceipts,
    private readonly settings: Settings,
  ) {}

  @Get(paths.staffReceipt.route)
  async show(@Param('code') code: string, @CurrentStaff() signedIn: SignedIn): Promise<Page> {
    const receipt = await this.receipts.of(code, staffActor(signedIn));
    if (!receipt) throw new DomainError('not-found', 'staffEntry.receipt.gone');
    const { item, pin } = receipt;
    const { submitter, registerNumber, state } = item;
    const address = this.settings.baseUrl + paths.track.to();
    return page('officer/entry-receipt', {
      title: 'staffEntry.receipt.title',
      ...receiptPaper({ code: item.code, pin }, item, address),
      registerNumber,
      // Đ.7 NĐ 20/2008/NĐ-CP is not met: the next step is to say so.
      toRefuse: state === 'SUBMITTED' && (submitter.name === '' || submitter.address === ''),
    }).confidential();
  }
}
