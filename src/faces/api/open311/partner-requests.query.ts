import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import type { PartnerActor } from '../../../feedback/actor.js';
import { Feedback } from '../../../feedback/feedback.entity.js';
import { whereVisible } from '../../../feedback/policy.js';
import { OPEN, type State, STATES } from '../../../feedback/state.js';
import { Translator } from '../../../platform/i18n/translator.js';
import { parseTrackingCode } from '../../../platform/kernel/tracking-code.js';
import { ofServices } from './public-requests.query.js';
import { described, type RequestRow } from './request-document.js';
import { MOST_ROWS, type RequestQuestion, type Status } from './request-question.js';
import { ServiceList } from './service-list.query.js';

/** The requests that a partner brought itself: all of them, in their own words, under their tracking codes. */
@Injectable()
export class PartnerRequests {
  constructor(
    private readonly translator: Translator,
    private readonly services: ServiceList,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
  ) {}

  /** Newest first, at most 1.000. */
  async list(question: RequestQuestion, actor: PartnerActor): Promise<RequestRow[]> {
    const query = this.shown(actor);
    if (question.ids) byCodes(query, question.ids);
    else bySpan(query, question);
    const rows = await query
      .orderBy('item.submittedAt', 'DESC')
      .addOrderBy('item.id', 'DESC')
      .limit(MOST_ROWS)
      .getMany();
    return rows.map((row) => this.row(row));
  }

  private row(item: Feedback): RequestRow {
    return {
      id: item.code,
      state: item.state,
      notes: this.translator.t(`lifecycle.state.${item.state}`),
      service: this.services.of(item.field),
      description: described(item),
      place: item.place ?? '',
      agency: item.handlingAgency.name,
      requestedAt: item.submittedAt,
      updatedAt: item.changedAt,
      dueDay: item.dueDay,
    };
  }

  private shown(actor: PartnerActor): SelectQueryBuilder<Feedback> {
    const query = this.items
      .createQueryBuilder('item')
      .innerJoin('item.handlingAgency', 'handlingAgency')
      .innerJoin('item.intakeAgency', 'intakeAgency')
      .leftJoin('item.field', 'field')
      .select(['item.id', 'item.code', 'item.state', 'item.title', 'item.content', 'item.place'])
      .addSelect(['item.submittedAt', 'item.changedAt', 'item.dueDay'])
      .addSelect(['handlingAgency.id', 'handlingAgency.name', 'field.id', 'field.code', 'field.name']);
    whereVisible(query, 'item', actor);
    return query;
  }
}

function byCodes(query: SelectQueryBuilder<Feedback>, ids: readonly string[]): void {
  const wanted = ids.flatMap((id) => parseTrackingCode(id) ?? []);
  query.andWhere(wanted.length > 0 ? 'item.code IN (:...wanted)' : '1 = 0', { wanted });
}

function bySpan(
  query: SelectQueryBuilder<Feedback>,
  { from, to, serviceCodes, statuses }: RequestQuestion,
): void {
  query.andWhere('item.submittedAt BETWEEN :from AND :to', { from, to });
  if (serviceCodes) query.andWhere(ofServices(serviceCodes));
  if (statuses) query.andWhere('item.state IN (:...states)', { states: statesOf(statuses) });
}

function statesOf(statuses: readonly Status[]): State[] {
  return STATES.filter((state) => statuses.includes(OPEN.includes(state) ? 'open' : 'closed'));
}
