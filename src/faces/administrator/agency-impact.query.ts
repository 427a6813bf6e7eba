import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, IsNull } from 'typeorm';
import { Grant } from '../../accounts/grant.entity.js';
import { Partner } from '../../accounts/partner.entity.js';
import { Staff } from '../../accounts/staff.entity.js';
import { Agency } from '../../directory/agency.entity.js';
import { Coordination } from '../../feedback/coordination.entity.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { ANSWERED, OPEN } from '../../feedback/state.js';
import { TermRule } from '../../feedback/term-rule.entity.js';
import { ReplyTemplate } from '../../handling/reply-template.entity.js';
import { RoutingRule } from '../../routing/routing-rule.entity.js';

/** What a change of agencies touches, in numbers. */
export interface AgencyImpact {
  readonly open: number;
  readonly answered: number;
  readonly consulted: number;
  readonly staff: number;
  readonly children: number;
  readonly rules: number;
  readonly terms: number;
  readonly templates: number;
  readonly partners: number;
  /** Whether citizens may choose one of them when sending. */
  readonly chosen: number;
}

/** Counts what hangs on agencies: told before anything about them is decided. */
@Injectable()
export class AgencyImpactQuery {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @param ids the agencies themselves; what lies below them moves with them and is not counted. */
  async of(ids: readonly number[]): Promise<AgencyImpact> {
    const { manager } = this.source;
    const agencyId = In([...ids]);
    const [state, ended] = [In([...OPEN]), In([...ANSWERED])];
    const staff = await manager
      .createQueryBuilder(Grant, 'held')
      .select('COUNT(DISTINCT held.staffId)', 'people')
      .innerJoin(Staff, 'person', 'person.id = held.staffId AND person.active = :active', { active: true })
      .where('held.agencyId IN (:...ids)', { ids })
      .getRawOne<{ people: number | string }>();
    return {
      open: await manager.countBy(Feedback, [
        { handlingAgencyId: agencyId, state },
        { intakeAgencyId: agencyId, state },
      ]),
      answered: await manager.countBy(Feedback, { handlingAgencyId: agencyId, state: ended }),
      consulted: await manager.countBy(Coordination, { agencyId, answeredAt: IsNull() }),
      staff: Number(staff?.people ?? 0),
      children: await manager.countBy(Agency, { parentId: agencyId, validTo: IsNull() }),
      rules: await manager.countBy(RoutingRule, { agencyId }),
      terms: await manager.countBy(TermRule, { agencyId }),
      templates: await manager.countBy(ReplyTemplate, { agencyId }),
      partners: await manager.countBy(Partner, { agencyId }),
      chosen: await manager.countBy(Agency, { id: agencyId, intakeOpen: true, validTo: IsNull() }),
    };
  }
}
