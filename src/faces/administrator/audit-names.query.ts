import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';
import { Partner } from '../../accounts/partner.entity.js';
import { Staff } from '../../accounts/staff.entity.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { type AuditDeed, heirOf } from './audit-question.js';

/** Names for the numbers of a page of deeds, read when it is shown: the trail itself holds none. */
export interface AuditNames {
  readonly staff: ReadonlyMap<number, Pick<Staff, 'id' | 'name' | 'username'>>;
  readonly partners: ReadonlyMap<number, string>;
  /** By number and by code. */
  readonly agencies: ReadonlyMap<string, string>;
}

@Injectable()
export class AuditNameQuery {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly directory: AgencyDirectory,
  ) {}

  async of(deeds: readonly AuditDeed[]): Promise<AuditNames> {
    const { manager } = this.source;
    const ids = (kind: string): number[] => [...new Set(deeds.flatMap((deed) => numbersOf(deed, kind)))];
    const people = await manager.find(Staff, {
      select: { id: true, name: true, username: true },
      where: { id: In(ids('staff')) },
    });
    const partners = await manager.findBy(Partner, { id: In(ids('partner')) });
    const agencies = [...(await this.directory.all()).values()];
    return {
      staff: new Map(people.map((person) => [person.id, person])),
      partners: new Map(partners.map(({ id, name }) => [id, name])),
      agencies: new Map(
        agencies.flatMap(({ id, code, shortName }) => [
          [code, shortName] as const,
          [String(id), shortName] as const,
        ]),
      ),
    };
  }
}

function numbersOf(deed: AuditDeed, kind: string): number[] {
  const { actorKind, actorId, subjectKind, subject } = deed;
  const heir = kind === 'staff' ? heirOf(deed) : null;
  const subjects = subjectKind === kind && /^\d{1,9}$/.test(subject) ? [Number(subject)] : [];
  if (heir !== null) subjects.push(heir);
  return actorKind === kind && actorId !== null ? [actorId, ...subjects] : subjects;
}
