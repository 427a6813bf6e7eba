import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { faultsOf, LetterTexts } from '../../correspondence/letter-texts.service.js';
import { isLetterName, type LetterName } from '../../correspondence/letters.js';
import { Settings } from '../../platform/config/settings.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { MailTemplateForm } from './mail-template.form.js';
import { templatePage, templatesPage } from './mail-templates.view.js';

/** The words of the letters, changed here and tried on an invented case before they are saved. */
@Controller()
@StaffOverAll('ADMIN')
export class MailTemplatesController {
  constructor(
    private readonly texts: LetterTexts,
    private readonly settings: Settings,
  ) {}

  @Get(paths.mailTemplates.route)
  async list(): Promise<Page> {
    return templatesPage(await this.texts.changedOnes());
  }

  @Get(paths.mailTemplate.route)
  async show(@Param('letter') name: string): Promise<Page> {
    const letter = known(name);
    return this.page(letter, await this.texts.current(letter), {});
  }

  /** Two buttons: one shows the letter, one saves it. Both say what is wrong beside the field. */
  @Post(paths.mailTemplate.route)
  async change(
    @CurrentStaff() admin: SignedIn,
    @Param('letter') name: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const letter = known(name);
    const { value, errors } = readForm(MailTemplateForm, body);
    const faults = { ...faultsOf(letter, value), ...errors };
    if (Object.keys(faults).length > 0 || wantsPreview(body)) return this.page(letter, value, faults);
    await this.texts.change(letter, value, admin.staffId);
    return redirect(paths.mailTemplate.to({ letter }), {
      tone: 'success',
      key: 'administrator.letters.saved',
    });
  }

  @Post(paths.mailTemplateReset.route)
  async reset(@CurrentStaff() admin: SignedIn, @Param('letter') name: string): Promise<Redirect> {
    const letter = known(name);
    await this.texts.reset(letter, admin.staffId);
    return redirect(paths.mailTemplate.to({ letter }), {
      tone: 'success',
      key: 'administrator.letters.reset',
    });
  }

  private async page(
    letter: LetterName,
    words: MailTemplateForm,
    faults: Parameters<typeof templatePage>[2],
  ): Promise<Page> {
    const isChanged = (await this.texts.changedOnes()).has(letter);
    return templatePage(letter, words, faults, { isChanged, baseUrl: this.settings.baseUrl });
  }
}

function wantsPreview(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'preview' in body;
}

/** @throws DomainError not-found */
function known(name: string): LetterName {
  if (!isLetterName(name)) throw new DomainError('not-found', 'errors.page.notFound.title');
  return name;
}
