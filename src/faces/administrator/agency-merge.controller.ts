import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { AgencyMerging } from './agency-merging.service.js';
import { MergeForm } from './agency.form.js';
import { isSearch } from './is-search.js';

/** The end of agencies: looked at before it is decided. */
@Controller()
@Staff('ADMIN')
export class AgencyMergeController {
  constructor(
    private readonly merging: AgencyMerging,
    private readonly clock: Clock,
  ) {}

  @Get(paths.agencyMerge.route)
  async form(@CurrentStaff() admin: SignedIn, @Query('ma') codes: unknown): Promise<Page | Redirect> {
    const ending = await this.merging.ending(admin, codes);
    if (ending.length === 0)
      return redirect(paths.agencies.to(), { tone: 'warning', key: 'directoryAdmin.merge.noneChosen' });
    const { value } = readForm(MergeForm, {});
    Object.assign(value, { into: 'known', day: dayOf(this.clock.now()), withStaff: true });
    return this.merging.page(admin, ending, value, {});
  }

  @Post(paths.agencyMerge.route)
  async decide(@CurrentStaff() admin: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const ending = await this.merging.ending(admin, (body as { ma?: unknown } | undefined)?.ma);
    if (ending.length === 0)
      return redirect(paths.agencies.to(), { tone: 'warning', key: 'directoryAdmin.merge.noneChosen' });
    const { value, errors, ok } = readForm(MergeForm, body);
    if (isSearch(body)) return this.merging.page(admin, ending, value, {}, { asked: true });
    const again = (said: FieldErrors): Promise<Page> =>
      this.merging.page(admin, ending, value, said, { status: 422 });
    const faults = { ...(await this.merging.faults(admin, value)), ...errors };
    if (!ok || Object.keys(faults).length > 0) return again(faults);
    if (!isConfirmed(body)) return this.merging.page(admin, ending, value, {}, { preview: true });
    return this.merging.decide(admin, ending, value, again);
  }
}

/** The preview's own button. */
function isConfirmed(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'confirm' in body;
}
