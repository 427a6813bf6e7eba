import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { AgenciesForm } from './agencies.form.js';
import { agencyJson } from './agency.json.js';
import { type KeysetPage, keysetPage, sizeOf } from './keyset-page.js';

type Some = readonly Readonly<Agency>[];

/** Agencies alive today, as programs read them. */
@Injectable()
export class AgencyList {
  constructor(
    private readonly directory: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError invalid beside `parent`, where there is no agency of that code. */
  async page({ q, parent, level, ...paging }: AgenciesForm): Promise<KeysetPage<object>> {
    const above = parent === '' ? null : await this.directory.byCode(parent);
    if (parent !== '' && !above) {
      throw new DomainError('invalid', 'errors.invalid', {}, { parent: { key: 'api.fault.agency' } });
    }
    const isAsked = (agency: Readonly<Agency>): boolean =>
      (above === null || agency.parentId === above.id) &&
      (level === '' || agency.level === level.toUpperCase());
    const size = sizeOf(paging);
    const page =
      q === ''
        ? keysetPage(await this.inOrder(isAsked, paging.cursor, size), size, ({ code }) => code)
        : { items: (await this.matching(q)).filter(isAsked).slice(0, size), next: null };
    const all = await this.directory.all();
    return { ...page, items: page.items.map((agency) => agencyJson(agency, all)) };
  }

  /** @returns null where there is none of that code. */
  async one(code: string): Promise<object | null> {
    const agency = await this.directory.byCode(code);
    return agency && agencyJson(agency, await this.directory.all());
  }

  /** One more than the page holds. */
  private async inOrder(
    isAsked: (agency: Readonly<Agency>) => boolean,
    after: string,
    size: number,
  ): Promise<Some> {
    const today = (await this.directory.tree()).at(dayOf(this.clock.now()));
    return [...(await this.directory.all()).values()]
      .filter((agency) => agency.code > after && isAsked(agency) && today.isAlive(agency.id))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .slice(0, size + 1);
  }

  private matching(question: string): Promise<Some> {
    return this.directory.search(question, Infinity);
  }
}
