import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import { Staff } from '../accounts/staff.entity.js';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import type { Feedback } from '../feedback/feedback.entity.js';

/** Somebody whose conduct an item may be about. */
export interface ConcernedPerson {
  readonly id: number;
  readonly name: string;
  readonly position: string;
  readonly agency: string;
}

/** Who could be meant: people of the two agencies, and whoever has a role over them. */
@Injectable()
export class ConcernedStaff {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly agencies: AgencyDirectory,
  ) {}

  /** @returns people by name; those who are suspended among them, since conduct does not end with an account. */
  async of({ handlingAgency, intakeAgency }: Feedback): Promise<ConcernedPerson[]> {
    const places = [handlingAgency.path, intakeAgency.path];
    const above = [...new Set(places.flatMap((path) => path.split('/').filter(Boolean).map(Number)))];
    const { manager } = this.source;
    const grants = await manager.findBy(Grant, { agencyId: In(above) });
    const people = await manager.find(Staff, {
      where: [
        { agencyId: In([handlingAgency.id, intakeAgency.id]) },
        { id: In([...new Set(grants.map(({ staffId }) => staffId))]) },
      ],
      order: { name: 'ASC', id: 'ASC' },
    });
    return this.named(people);
  }

  async byId(id: number): Promise<ConcernedPerson | null> {
    const person = await this.source.manager.findOneBy(Staff, { id });
    return (person && (await this.named([person]))[0]) ?? null;
  }

  private async named(people: readonly Staff[]): Promise<ConcernedPerson[]> {
    const all = await this.agencies.all();
    return people.map(({ id, name, position, agencyId }) => ({
      ...{ id, name, position },
      agency: all.get(agencyId)?.shortName ?? '',
    }));
  }
}
