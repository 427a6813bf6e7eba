import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import type { Agency } from '../directory/agency.entity.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';

/** Who stands above: conduct of a head is not handled under that head (domain §3.5). */
@Injectable()
export class SuperiorAgency {
  constructor(
    private readonly agencies: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the nearest agency above that is alive and takes something in; where the top takes nothing in, the
   *   agency that takes what is not addressed, unless it is this one or lies below it; null where there is none.
   */
  async of(agencyId: number): Promise<Readonly<Agency> | null> {
    const [tree, all] = [await this.agencies.tree(), await this.agencies.all()];
    const today = tree.at(dayOf(this.clock.now()));
    for (const id of today.ancestors(agencyId).reverse()) {
      const above = all.get(id);
      if (above?.intakeOpen && today.isAlive(id)) return above;
    }
    const unaddressed = await this.agencies.intakeRoot();
    if (!unaddressed?.intakeOpen || !today.isAlive(unaddressed.id)) return null;
    return today.subtree(agencyId).includes(unaddressed.id) ? null : unaddressed;
  }
}
