import { Body, Controller, Get, Post } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { SentFile } from '../../platform/storage/sent-file.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { SentFiles, TakesFiles } from '../../platform/web/takes-files.js';
import { HeadingForm, IdentityForm } from './authority.form.js';
import { MARK_SIZE } from './authority-mark.reader.js';
import { AuthoritySettings } from './authority-settings.service.js';
import { authorityPage } from './authority.view.js';
import { isSearch } from './is-search.js';

const MARK_FILE = { most: 1, size: MARK_SIZE };

interface Typed {
  readonly identity?: IdentityForm;
  readonly heading?: HeadingForm;
  readonly errors?: FieldErrors;
  readonly asked?: boolean;
}

/** Whose installation it is: name, mark, how the public reaches it, what its papers say at their top. */
@Controller()
@StaffOverAll('ADMIN')
export class AuthorityController {
  constructor(
    private readonly settings: AuthoritySettings,
    private readonly agencies: AgencyChoice,
  ) {}

  @Get(paths.authority.route)
  show(): Promise<Page> {
    return this.page({});
  }

  @Post(paths.authority.route)
  @TakesFiles(MARK_FILE)
  async identity(
    @CurrentStaff() admin: SignedIn,
    @Body() body: unknown,
    @SentFiles() files: readonly SentFile[],
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(IdentityForm, body);
    if (!ok) return this.page({ identity: value, errors });
    const { name, address, phone, email } = value;
    const file = files.find((one) => one.name !== '') ?? null;
    try {
      await this.settings.changeIdentity({ name, address, phone, email }, file, admin);
      return redirect(paths.authority.to(), { tone: 'success', key: 'authority.saved' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return this.page({ identity: value, errors: error.fields });
    }
  }

  @Post(paths.authorityMarkRemove.route)
  async removeMark(@CurrentStaff() admin: SignedIn): Promise<Redirect> {
    await this.settings.removeMark(admin);
    return redirect(paths.authority.to(), { tone: 'success', key: 'authority.markRemoved' });
  }

  @Get(paths.authorityHeading.route)
  headingForm(): Promise<Page> {
    return this.page({});
  }

  @Post(paths.authorityHeading.route)
  async heading(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(HeadingForm, body);
    if (isSearch(body)) return this.page({ heading: value, asked: true });
    const agency = await this.agencies.choose(value.agency);
    const forAll = value.agency === '' && value.question === '';
    const unknown: FieldErrors = agency || forAll ? {} : { agency: { key: 'authority.heading.unknown' } };
    if (!ok || (!agency && !forAll)) return this.page({ heading: value, errors: { ...errors, ...unknown } });
    const { superior, office, place, signatory } = value;
    const agencyId = agency?.id ?? null;
    await this.settings.changeHeading({ agencyId, superior, agency: office, place, signatory }, admin);
    return redirect(paths.authority.to(), { tone: 'success', key: 'authority.saved' });
  }

  private async page({ identity, heading, errors = {}, asked = false }: Typed): Promise<Page> {
    const stored = await this.settings.identity();
    const shown = heading ?? (await this.headingInForce());
    const agency = await this.agencies.finding({ code: shown.agency, question: shown.question, asked });
    const isFaulty = Object.keys(errors).length > 0;
    return authorityPage(
      {
        identity: identity ?? stored,
        identityErrors: identity ? errors : {},
        heading: shown,
        headingErrors: heading ? errors : {},
        mark: stored.mark,
        agency,
      },
      isFaulty ? 422 : 200,
    );
  }

  private async headingInForce(): Promise<HeadingForm> {
    const { agencyId, agency: office, ...rest } = await this.settings.heading();
    const agency = agencyId === null ? null : await this.agencies.byId(agencyId);
    return { ...rest, office, question: '', agency: agency?.code ?? '' };
  }
}
