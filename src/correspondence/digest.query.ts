import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../accounts/staff-actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { whereVisible } from '../feedback/policy.js';
import { OPEN } from '../feedback/state.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** What stands in a digest, most pressing first. */
export const SECTIONS = ['overdue', 'dueToday', 'approval', 'fresh'] as const;
export type Section = (typeof SECTIONS)[number];

export interface DigestSection {
  readonly count: number;
  /** The first ones by promised date. */
  readonly items: readonly Feedback[];
}

/** A mail is read on a phone: the rest stands at the desk. */
const SHOWN = 10;

type Narrow = (query: SelectQueryBuilder<Feedback>, asked: { today: CivilDay; actor: StaffActor }) => void;

const NARROWED: Record<Section, Narrow> = {
  overdue: (query, { today }) => {
    query.andWhere('item.state IN (:...open) AND item.overdueAfter < :today', { open: OPEN, today });
  },
  dueToday: (query, { today }) => {
    query.andWhere('item.state IN (:...open) AND item.overdueAfter = :today', { open: OPEN, today });
  },
  /** Drafts, and extensions that somebody has asked for. */
  approval: (query) => {
    const waiting = { waiting: 'AWAITING_APPROVAL', open: OPEN };
    const asked = 'item.extensionAskedById IS NOT NULL AND item.state IN (:...open)';
    query.andWhere(`(item.state = :waiting OR (${asked}))`, waiting);
  },
  /** What citizens sent, for those who take in; what another agency forwarded, for those it was forwarded to. */
  fresh: (query, { actor }) => {
    const states = {
      fresh: mayTakeIn(actor) ? 'SUBMITTED' : '',
      forwarded: 'FORWARDED',
      here: ownAgencies(actor),
    };
    query.andWhere(
      '(item.state = :fresh OR (item.state = :forwarded AND item.handlingAgencyId IN (:...here)))',
      states,
    );
  },
};

/** What a person's desk holds in the morning; policy narrows it, as it narrows the desk. */
@Injectable()
export class DigestQuery {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  async sections(actor: StaffActor, today: CivilDay): Promise<Record<Section, DigestSection>> {
    const [overdue, dueToday, approval, fresh] = await Promise.all(
      SECTIONS.map((section) => this.section(actor, section, today)),
    );
    return {
      overdue: overdue ?? NOTHING,
      dueToday: dueToday ?? NOTHING,
      approval: approval ?? NOTHING,
      fresh: fresh ?? NOTHING,
    };
  }

  private async section(actor: StaffActor, section: Section, today: CivilDay): Promise<DigestSection> {
    if (!isFor(actor, section)) return NOTHING;
    const query = this.items
      .createQueryBuilder('item')
      .innerJoin('item.handlingAgency', 'handlingAgency')
      .innerJoin('item.intakeAgency', 'intakeAgency')
      .leftJoin('item.field', 'field')
      .select(['item.id', 'item.code', 'item.dueDay', 'field.id', 'field.name'])
      .addSelect(['handlingAgency.id', 'handlingAgency.path', 'handlingAgency.shortName'])
      .orderBy('item.dueDay')
      .addOrderBy('item.id')
      .limit(SHOWN);
    whereVisible(query, 'item', actor);
    whereOwn(query, actor);
    NARROWED[section](query, { today, actor });
    const [items, count] = await query.getManyAndCount();
    return { count, items };
  }
}

const NOTHING: DigestSection = { count: 0, items: [] };

/** Supervisors are told of everything below them; all others of their own agencies, as at the desk. */
function whereOwn(query: SelectQueryBuilder<Feedback>, actor: StaffActor): void {
  if (actor.roles.includes('SUPERVISOR')) return;
  const own = ownAgencies(actor);
  query.andWhere('(item.handlingAgencyId IN (:...own) OR item.intakeAgencyId IN (:...own))', { own });
}

function ownAgencies({ agencyId, grants }: StaffActor): number[] {
  return [...new Set([agencyId, ...grants.map((grant) => grant.agencyId)])];
}

function mayTakeIn(actor: StaffActor): boolean {
  return actor.roles.includes('INTAKE_OFFICER');
}

/** What waits for an approver is told to approvers, what is new to those who take in and to those who handle. */
function isFor(actor: StaffActor, section: Section): boolean {
  if (section === 'approval') return actor.roles.includes('APPROVER');
  return section !== 'fresh' || mayTakeIn(actor) || actor.roles.includes('HANDLER');
}
