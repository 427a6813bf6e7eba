import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, type Repository, type SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { whereVisible } from '../../feedback/policy.js';
import type { Publication, State } from '../../feedback/state.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import { foldWords } from '../../platform/kernel/fold.js';
import type { QueueTab } from './queue-tab.js';
import type { Scope } from './queue.form.js';

/** What is asked of the queue; the tab apart, the counts on the tabs ask the same. */
export interface QueueQuestion {
  readonly words: string;
  readonly scope: Scope;
  readonly today: CivilDay;
}

/** How many items stand in one state, and how many of them are due today, or were before. */
export interface QueueTally {
  readonly state: State;
  readonly publication: Publication;
  readonly total: number;
  readonly today: number;
  readonly past: number;
}

const COLUMNS = [
  'id',
  'code',
  'title',
  'state',
  'kind',
  'publication',
  'submittedAt',
  'answeredAt',
  'dueDay',
];
const CLOCKS = ['deadline', 'triageDueDay', 'forwardDueDay', 'registerNumber'];
const MOST_WORDS = 12;

/** The items of a person's desk, narrowed by policy and nothing else. */
@Injectable()
export class QueueQuery {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  rows(
    actor: StaffActor,
    question: QueueQuestion,
    tab: QueueTab,
    page: { offset: number; limit: number },
  ): Promise<Feedback[]> {
    const query = this.asked(actor, question)
      .select([...COLUMNS, ...CLOCKS].map((column) => `item.${column}`))
      .addSelect([
        'handlingAgency.id',
        'handlingAgency.shortName',
        'intakeAgency.id',
        'intakeAgency.shortName',
      ])
      .andWhere('item.state IN (:...states)', { states: tab.states });
    if (tab.publication) query.andWhere('item.publication = :publication', { publication: tab.publication });
    if (tab.due)
      query.andWhere(`item.overdueAfter ${tab.due === 'today' ? '=' : '<'} :today`, {
        today: question.today,
      });
    if (tab.order === 'answered') query.orderBy('item.answeredAt', 'DESC').addOrderBy('item.id', 'DESC');
    else query.orderBy('item.dueDay', 'ASC').addOrderBy('item.id', 'ASC');
    return query.offset(page.offset).limit(page.limit).getMany();
  }

  /** One row a state and publication: every tab's count comes from it. */
  async tally(actor: StaffActor, question: QueueQuestion): Promise<QueueTally[]> {
    const rows = await this.asked(actor, question)
      .select(['item.state AS state', 'item.publication AS publication', 'COUNT(*) AS total'])
      .addSelect('SUM(CASE WHEN item.overdueAfter = :today THEN 1 ELSE 0 END)', 'today')
      .addSelect('SUM(CASE WHEN item.overdueAfter < :today THEN 1 ELSE 0 END)', 'past')
      .setParameter('today', question.today)
      .groupBy('item.state')
      .addGroupBy('item.publication')
      .getRawMany<Record<keyof QueueTally, string | number>>();
    return rows.map((row) => ({
      state: row.state as State,
      publication: row.publication as Publication,
      total: Number(row.total),
      today: Number(row.today),
      past: Number(row.past),
    }));
  }

  private asked(actor: StaffActor, { words, scope }: QueueQuestion): SelectQueryBuilder<Feedback> {
    const query = this.items
      .createQueryBuilder('item')
      .innerJoin('item.handlingAgency', 'handlingAgency')
      .innerJoin('item.intakeAgency', 'intakeAgency');
    whereVisible(query, 'item', actor);
    if (scope === 'own') {
      const own = [...new Set([actor.agencyId, ...actor.grants.map(({ agencyId }) => agencyId)])];
      query.andWhere('(item.handlingAgencyId IN (:...own) OR item.intakeAgencyId IN (:...own))', { own });
    }
    whereWords(query, words);
    return query;
  }
}

/** Every word occurs in code, title or content (folded), or in the register number. */
function whereWords(query: SelectQueryBuilder<Feedback>, question: string): void {
  for (const [i, word] of foldWords(question).slice(0, MOST_WORDS).entries()) {
    query.andWhere(
      new Brackets((either) => {
        either
          .where(`item.folded LIKE :word${i}`, { [`word${i}`]: `%${word}%` })
          .orWhere(`LOWER(item.registerNumber) LIKE :word${i}`);
      }),
    );
  }
}
