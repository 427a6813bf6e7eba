import { Controller, Get, Query } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { cleanLine } from '../../platform/kernel/clean-text.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import type { Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { topsOf } from './administered-subtree.js';
import { agencyListPage, MOST_AGENCIES } from './agency-list.view.js';

/** The agencies that an administrator looks after: as a tree, a step at a time, or by searching. */
@Controller()
@Staff('ADMIN')
export class AgencyListController {
  constructor(
    private readonly directory: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  @Get(paths.agencies.route)
  async list(
    @CurrentStaff() admin: SignedIn,
    @Query('q') typed: unknown,
    @Query('tren') above: unknown,
  ): Promise<Page> {
    const question = typeof typed === 'string' ? cleanLine(typed).slice(0, 100) : '';
    const all = await this.directory.all();
    const parent = question === '' && typeof above === 'string' ? await this.within(admin, above) : null;
    const rows = question === '' ? this.below(admin, all, parent) : await this.found(admin, question);
    const today = dayOf(this.clock.now());
    return agencyListPage({ rows, parent, question, all, today, tops: topsOf(admin) });
  }

  /** Also those that are no more: their page tells who took over. */
  private async found(admin: SignedIn, question: string): Promise<Readonly<Agency>[]> {
    const within = topsOf(admin);
    const alive = await this.directory.search(question, MOST_AGENCIES, { within });
    const gone = await this.directory.search(question, MOST_AGENCIES, { within, gone: true });
    return [...alive, ...gone].slice(0, MOST_AGENCIES);
  }

  private below(
    admin: SignedIn,
    all: ReadonlyMap<number, Readonly<Agency>>,
    parent: Readonly<Agency> | null,
  ): Readonly<Agency>[] {
    const tops = topsOf(admin);
    const isShown = (row: Readonly<Agency>): boolean =>
      parent ? row.parentId === parent.id : tops.includes(row.path);
    const collator = new Intl.Collator('vi', { numeric: true });
    return [...all.values()].filter(isShown).sort((a, b) => collator.compare(a.shortName, b.shortName));
  }

  private async within(admin: SignedIn, code: string): Promise<Readonly<Agency> | null> {
    const row = await this.directory.byCode(code);
    return row && topsOf(admin).some((top) => row.path.startsWith(top)) ? row : null;
  }
}
