import { Body, Controller, Get, Header, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { formView } from '../../platform/web/form-view.js';
import { type Page, page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { ownDataFile } from '../../tracking/own-data.js';
import { OwnDataQuery } from '../../tracking/own-data.query.js';
import { PersonalEraseForm, PersonalFindForm } from './personal-find.form.js';
import { personalErasePage, personalFindPage } from './personal-find.view.js';
import { PersonalRequests } from './personal-requests.service.js';

/** A person's items, found by the own number or mailbox: only ever by POST, so that no address and no log holds it. */
@Controller()
@StaffOverAll('ADMIN')
export class PersonalFindController {
  constructor(
    private readonly requests: PersonalRequests,
    private readonly data: OwnDataQuery,
  ) {}

  @Post(paths.personalFind.route)
  @HttpCode(200)
  async find(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page> {
    const { value, errors, ok } = readForm(PersonalFindForm, body);
    const found = ok ? await this.requests.find(value, admin) : null;
    const model = personalFindPage(formView(value, errors), found);
    return page('administrator/personal-find', model, ok ? 200 : 422).confidential();
  }

  @Post(paths.personalExport.route)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async export(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | StreamableFile> {
    const { value, errors, ok } = readForm(PersonalFindForm, body);
    if (!ok) return page('administrator/personal-find', personalFindPage(formView(value, errors), null), 422);
    const codes = await this.requests.handOver(value, admin);
    const items = await Promise.all(codes.map((code) => this.data.of(code)));
    const file = { items: items.flatMap((own) => (own ? [ownDataFile(own)] : [])) };
    return new StreamableFile(Buffer.from(JSON.stringify(file, null, 2)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="du-lieu-ca-nhan.json"',
    });
  }

  /** First the page that asks once more, with reason and document; then the deed, and its certificate. */
  @Post(paths.personalErase.route)
  @HttpCode(200)
  async erase(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(PersonalEraseForm, body);
    if (errors.phone || errors.email)
      return page('administrator/personal-find', personalFindPage(formView(value, errors), null), 422);
    if (value.step !== 'do' || !ok) {
      const { phone, email } = value;
      const fresh = formView({ phone, email, reason: '', document: '', confirm: false });
      const form = value.step === 'do' ? formView(value, errors) : fresh;
      const model = personalErasePage(form, await this.requests.find(value, admin));
      return page('administrator/personal-erase', model, form.failed ? 422 : 200).confidential();
    }
    const act = await this.requests.erase(value, admin);
    if (act === null)
      return redirect(paths.personalData.to(), { tone: 'info', key: 'privacy.admin.nothing' });
    return redirect(paths.erasureProof.to({ act }), { tone: 'success', key: 'privacy.admin.erased' });
  }

  /** Reloading: the number is not in the address, so it is asked for again. */
  @Get([paths.personalFind.route, paths.personalExport.route, paths.personalErase.route])
  toPage(): Redirect {
    return redirect(paths.personalData.to());
  }
}
