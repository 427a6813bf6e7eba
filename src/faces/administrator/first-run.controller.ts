import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AgencyChoice, type AgencyHit } from '../../directory/agency-choice.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { FirstRun } from '../../platform/web/access.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';

import { FirstRunForm } from './first-run.form.js';
import { firstRunPage } from './first-run.view.js';
import { isSearch } from './is-search.js';
import { SetUp } from './set-up.service.js';

/** The page that exists until somebody administers the installation. */
@Controller()
@FirstRun()
export class FirstRunController {
  constructor(
    private readonly agencies: AgencyChoice,
    private readonly setUp: SetUp,
  ) {}

  /** @param token from the address that the console prints; the request log keeps no queries. */
  @Get(paths.firstRun.route)
  async show(@Query('ma') token: unknown): Promise<Page> {
    const { value } = readForm(FirstRunForm, { token });
    return this.page(value);
  }

  /** The directory is public knowledge; this serves the field's suggestions. */
  @Get(paths.firstRunAgencies.route)
  async suggest(@Query('q') question: unknown): Promise<{ results: AgencyHit[] }> {
    return { results: await this.agencies.search(question) };
  }

  @Post(paths.firstRun.route)
  async create(@Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(FirstRunForm, body);
    if (isSearch(body)) return this.page(value, {}, { asked: true });
    const authority = await this.agencies.choose(value.agency);
    if (!ok || !authority) return this.page(value, { ...missing(authority), ...errors }, { status: 422 });
    try {
      await this.setUp.finish(value, authority);
      return redirect(paths.signIn.to(), { tone: 'success', key: 'administrator.firstRun.done' });
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid')
        return this.page(value, error.fields, { status: 422 });
      throw error;
    }
  }

  private async page(
    form: FirstRunForm,
    errors: FieldErrors = {},
    { asked = false, status = 200 }: { asked?: boolean; status?: number } = {},
  ): Promise<Page> {
    return firstRunPage(
      form,
      errors,
      await this.agencies.finding({ code: form.agency, question: form.question, asked }),
      status,
    );
  }
}

function missing(authority: unknown): FieldErrors {
  return authority ? {} : { agency: { key: 'administrator.agencyUnknown' } };
}
