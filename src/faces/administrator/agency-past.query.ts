import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AgencyChange } from '../../directory/agency-change.entity.js';
import { AgencyName } from '../../directory/agency-name.entity.js';
import { AgencyPlacement } from '../../directory/agency-placement.entity.js';

/** What became of an agency, and what is decided about it. */
export interface AgencyPast {
  readonly names: readonly AgencyName[];
  readonly placements: readonly AgencyPlacement[];
  readonly changes: readonly AgencyChange[];
  /** Agencies whose work it took over. */
  readonly takenOver: readonly AgencyChange[];
}

@Injectable()
export class AgencyPastQuery {
  constructor(
    @InjectRepository(AgencyName) private readonly names: Repository<AgencyName>,
    @InjectRepository(AgencyPlacement) private readonly placements: Repository<AgencyPlacement>,
    @InjectRepository(AgencyChange) private readonly changes: Repository<AgencyChange>,
  ) {}

  async of(agencyId: number): Promise<AgencyPast> {
    return {
      names: await this.names.find({ where: { agencyId }, order: { validFrom: 'DESC' } }),
      placements: await this.placements.find({ where: { agencyId }, order: { validFrom: 'DESC' } }),
      changes: await this.changes.find({ where: { agencyId }, order: { id: 'DESC' }, take: 50 }),
      takenOver: await this.changes.find({
        where: { successorId: agencyId },
        order: { id: 'DESC' },
        take: 100,
      }),
    };
  }

  /** @returns the decision; null where there is none of that number. */
  change(id: number): Promise<AgencyChange | null> {
    return this.changes.findOneBy({ id });
  }
}
