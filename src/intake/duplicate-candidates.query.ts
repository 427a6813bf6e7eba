import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../accounts/staff-actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { whereVisible } from '../feedback/policy.js';
import { ANSWERED, OPEN } from '../feedback/state.js';
import type { Contact } from './contact.js';

/** What is compared with others: something that is being entered, or an item. */
export interface Compared extends Contact {
  readonly title: string;
  readonly content: string;
  readonly procedureId: number | null;
  /** Epoch ms. */
  readonly submittedAt: number;
  /** Its own id and, of a part, the whole's; null for what is not stored yet. */
  readonly id: number | null;
  readonly splitFromId: number | null;
}

/** What is read of an item to compare it: whole rows would cost more than the comparison. */
export type Candidate = Pick<
  Feedback,
  | 'id'
  | 'code'
  | 'title'
  | 'content'
  | 'state'
  | 'submittedAt'
  | 'procedureId'
  | 'procedure'
  | 'submitter'
  | 'handlingAgency'
  | 'intakeAgency'
>;

const COLUMNS = [
  ...['id', 'code', 'title', 'content', 'state', 'submittedAt', 'procedureId'].map((name) => `item.${name}`),
  ...[
    'handlingAgency.id',
    'handlingAgency.name',
    'handlingAgency.path',
    'intakeAgency.id',
    'intakeAgency.path',
  ],
  ...['submitter.feedbackId', 'submitter.phone', 'submitter.email', 'procedure.id', 'procedure.name'],
];

const DAY = 86_400_000;
/** The same person tells one matter again within these days, before or after. */
const CONTACT_DAYS = 30;
/** How far back others are looked at who name the same procedure. */
const PROCEDURE_DAYS = 180;
/** One telephone of a village head, one procedure of a nation: only so many are read, the nearest in time first. */
const MOST = { contact: 50, procedure: 100 } as const;

/** Items that may be about the same matter, found through indexes only; their texts are compared afterwards. */
@Injectable()
export class DuplicateCandidates {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /** @returns items of the same telephone or mailbox, that this person may see and that could be a master. */
  async byContact({ phone, email, ...compared }: Compared, actor: StaffActor): Promise<Candidate[]> {
    const found: Candidate[] = [];
    for (const [column, value] of [
      ['phone', phone],
      ['email', email?.toLowerCase() ?? ''],
    ] as const) {
      if (value === '') continue;
      const query = this.query(compared, actor, CONTACT_DAYS, CONTACT_DAYS);
      found.push(
        ...(await query.andWhere(`submitter.${column} = :value`, { value }).limit(MOST.contact).getMany()),
      );
    }
    return found;
  }

  /** @returns the newest items that name the same procedure. */
  async byProcedure(compared: Compared, actor: StaffActor): Promise<Candidate[]> {
    const { procedureId } = compared;
    if (procedureId === null) return [];
    return this.query(compared, actor, PROCEDURE_DAYS, CONTACT_DAYS)
      .andWhere('item.procedureId = :procedureId', { procedureId })
      .limit(MOST.procedure)
      .getMany();
  }

  private query(
    { submittedAt, id, splitFromId }: Pick<Compared, 'submittedAt' | 'id' | 'splitFromId'>,
    actor: StaffActor,
    back: number,
    on: number,
  ): SelectQueryBuilder<Feedback> {
    const query = this.items
      .createQueryBuilder('item')
      .innerJoin('item.handlingAgency', 'handlingAgency')
      .innerJoin('item.intakeAgency', 'intakeAgency')
      .innerJoin('item.submitter', 'submitter')
      .leftJoin('item.procedure', 'procedure')
      .select(COLUMNS)
      .where('item.submittedAt BETWEEN :since AND :until', {
        since: submittedAt - back * DAY,
        until: submittedAt + on * DAY,
      })
      .andWhere('item.state IN (:...states)', { states: [...OPEN, ...ANSWERED] })
      .orderBy('item.submittedAt', 'DESC');
    whereVisible(query, 'item', actor);
    if (id === null) return query;
    // A part is near to its whole, and to the other parts, by its nature.
    const whole = splitFromId ?? id;
    query.andWhere('item.id NOT IN (:...own)', { own: [id, whole] });
    return query.andWhere('(item.splitFromId IS NULL OR item.splitFromId <> :whole)', { whole });
  }
}
