import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Agency } from '../../directory/agency.entity.js';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { type Page, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { AgencyDecisions } from './agency-decisions.service.js';
import { movePage, renamePage } from './agency-form.view.js';
import { MoveForm, RenameForm } from './agency.form.js';
import { AgencyReach } from './agency-reach.service.js';
import { isSearch } from './is-search.js';

/** A new name, another place in the tree: each for a day; and a decision taken back before its day. */
@Controller()
@Staff('ADMIN')
export class AgencyChangeController {
  constructor(
    private readonly reach: AgencyReach,
    private readonly agencies: AgencyChoice,
    private readonly decisions: AgencyDecisions,
    private readonly clock: Clock,
  ) {}

  @Get(paths.agencyRename.route)
  async renameForm(@CurrentStaff() admin: SignedIn, @Param('code') code: string): Promise<Page> {
    const agency = await this.reach.open(admin, code);
    const { value } = readForm(RenameForm, {});
    const { name, shortName } = agency;
    Object.assign(value, { name, shortName, day: dayOf(this.clock.now()) });
    return renamePage(agency, value, {}, await this.decisions.impact([agency]), 200);
  }

  @Post(paths.agencyRename.route)
  async rename(
    @CurrentStaff() admin: SignedIn,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const agency = await this.reach.open(admin, code);
    const { value, errors, ok } = readForm(RenameForm, body);
    const same = ok && value.name === agency.name && value.shortName === agency.shortName;
    const faults: FieldErrors = same ? { name: { key: 'directoryAdmin.rename.same' } } : errors;
    const again = async (said: FieldErrors): Promise<Page> =>
      renamePage(agency, value, said, await this.decisions.impact([agency]), 422);
    if (!ok || same) return again(faults);
    const { name, shortName, day } = value;
    const change = { kind: 'RENAME' as const, agencyId: agency.id, day, name, shortName };
    return this.decisions.decide(admin, [change], code, again);
  }

  @Get(paths.agencyMove.route)
  async moveForm(@CurrentStaff() admin: SignedIn, @Param('code') code: string): Promise<Page> {
    const agency = await this.reach.open(admin, code);
    const { value } = readForm(MoveForm, {});
    Object.assign(value, { day: dayOf(this.clock.now()) });
    return this.movePage(admin, agency, value);
  }

  @Post(paths.agencyMove.route)
  async move(
    @CurrentStaff() admin: SignedIn,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const agency = await this.reach.open(admin, code);
    const { value, errors, ok } = readForm(MoveForm, body);
    if (isSearch(body)) return this.movePage(admin, agency, value, {}, { asked: true });
    const parent = await this.agencies.choose(value.agency, { within: topsOf(admin) });
    const unknown: FieldErrors = parent ? {} : { agency: { key: 'directoryAdmin.change.unknown' } };
    const again = (said: FieldErrors): Promise<Page> =>
      this.movePage(admin, agency, value, said, { status: 422 });
    if (!ok || !parent) return again({ ...errors, ...unknown });
    const change = { kind: 'MOVE' as const, agencyId: agency.id, day: value.day, parentId: parent.id };
    return this.decisions.decide(admin, [change], code, again);
  }

  @Post(paths.agencyCancel.route)
  cancel(@CurrentStaff() admin: SignedIn, @Param('id') id: string): Promise<Redirect> {
    return this.decisions.cancel(admin, id);
  }

  private async movePage(
    admin: SignedIn,
    agency: Readonly<Agency>,
    form: MoveForm,
    errors: FieldErrors = {},
    { asked = false, status = 200 }: { asked?: boolean; status?: number } = {},
  ): Promise<Page> {
    const parent = await this.agencies.finding(...askedAmong(admin, form, asked));
    const impact = await this.decisions.impact([agency]);
    return movePage({ agency, form, errors, impact, parent }, status);
  }
}
