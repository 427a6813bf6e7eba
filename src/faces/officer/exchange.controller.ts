import { Body, Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { ItemImports } from '../../intake/item-imports.service.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ExchangeDesk } from './exchange-desk.service.js';
import { ExportForm, ImportForm } from './exchange.form.js';
import { exchangePage } from './exchange.view.js';

/** Items as files: taken away by those who see them, brought by those who take them in. */
@Controller()
@Staff('INTAKE_OFFICER', 'SUPERVISOR')
export class ExchangeController {
  constructor(
    private readonly desk: ExchangeDesk,
    private readonly imports: ItemImports,
  ) {}

  @Get(paths.exchange.route)
  show(@CurrentStaff() staff: SignedIn): Promise<Page> {
    return this.page(staff, readForm(ExportForm, { format: 'csv' }).value, {}, 200);
  }

  /** A form that posts, although it changes no item: the trail is written, and no link can make somebody do it. */
  @Post(paths.exchangeExport.route)
  async export(@CurrentStaff() staff: SignedIn, @Body() body: unknown): Promise<Page | StreamableFile> {
    const { value, errors, ok } = readForm(ExportForm, body);
    return ok ? this.desk.export(staffActor(staff), value) : this.page(staff, value, errors, 422);
  }

  private async page(staff: SignedIn, form: ExportForm, errors: FieldErrors, status: number): Promise<Page> {
    const mine = await this.imports.list(staff.staffId);
    const { value } = readForm(ImportForm, {});
    return exchangePage(staff, { form, errors }, { form: value, errors: {} }, mine, status);
  }
}
