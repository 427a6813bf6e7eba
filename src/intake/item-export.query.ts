import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../feedback/actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { whereVisible } from '../feedback/policy.js';
import { type CivilDay, dayOf, endOfDay, startOfDay } from '../platform/kernel/civil-day.js';
import type { ExportedRecord } from './item-record.js';

/** Which items: by the day of receipt, both days included; null for open ends. */
export interface ExportSpan {
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

const CHUNK = 300;
const COUNTED = 5_000;

/** Items as files tell them, for whoever may see them; what was erased is left out. */
@Injectable()
export class ItemExport {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  /** @returns how many items the export has; counted in stretches, so that others are answered in between. */
  async count(actor: Actor, span: ExportSpan): Promise<number> {
    let count = 0;
    for (let last = 0; ;) {
      const rows = await this.visible(actor, span, last)
        .select('item.id', 'id')
        .limit(COUNTED)
        .getRawMany<{ id: number }>();
      count += rows.length;
      if (rows.length < COUNTED) return count;
      last = rows.at(-1)?.id ?? last;
      await setImmediate();
    }
  }

  /** @param showsContact whether this actor may read the submitter of this item. */
  async *chunks(
    actor: Actor,
    span: ExportSpan,
    showsContact: (item: Feedback) => boolean,
  ): AsyncGenerator<ExportedRecord[]> {
    for (let last = 0; ;) {
      const found = await this.visible(actor, span, last)
        .select('item')
        .addSelect(['intakeAgency.id', 'intakeAgency.code', 'intakeAgency.path'])
        .addSelect(['handlingAgency.id', 'handlingAgency.code', 'handlingAgency.path'])
        .leftJoinAndSelect('item.procedure', 'procedure')
        .leftJoinAndSelect('item.field', 'field')
        .leftJoinAndSelect('item.submitter', 'submitter')
        .limit(CHUNK)
        .getMany();
      if (found.length > 0) yield found.map((item) => recordOf(item, showsContact(item)));
      if (found.length < CHUNK) return;
      last = found.at(-1)?.id ?? last;
      await setImmediate();
    }
  }

  private visible(actor: Actor, { from, to }: ExportSpan, last: number): SelectQueryBuilder<Feedback> {
    const query = this.items
      .createQueryBuilder('item')
      .innerJoin('item.intakeAgency', 'intakeAgency')
      .innerJoin('item.handlingAgency', 'handlingAgency')
      .where('item.id > :last AND item.erasedAt IS NULL', { last });
    whereVisible(query, 'item', actor);
    if (from !== null) query.andWhere('item.submittedAt >= :since', { since: startOfDay(from) });
    if (to !== null) query.andWhere('item.submittedAt < :until', { until: endOfDay(to) });
    return query.orderBy('item.id', 'ASC');
  }
}

const small = (word: string | null): string => word?.toLowerCase() ?? '';

function recordOf(item: Feedback, showsContact: boolean): ExportedRecord {
  const { submitter } = item;
  const contact = showsContact
    ? submitter
    : { type: submitter.type, name: '', address: '', phone: '', email: '' };
  return {
    ...{ code: item.code, externalNumber: item.externalNumber ?? '', channel: small(item.channel) },
    ...{ receivedDay: dayOf(item.submittedAt), kind: small(item.kind), subject: small(item.subject) },
    ...{ urgency: small(item.urgency), title: item.title, content: item.content, place: item.place ?? '' },
    ...{ procedureCode: item.procedure?.code ?? '', fieldCode: item.field?.code ?? '' },
    ...{ agencyCode: item.intakeAgency.code, concernedName: item.concernedName ?? '' },
    ...{ aboutHead: String(item.aboutHead), submitterType: small(contact.type) },
    ...{ submitterName: contact.name, submitterAddress: contact.address },
    ...{ submitterPhone: contact.phone, submitterEmail: contact.email ?? '' },
    ...{ state: small(item.state), registerNumber: item.registerNumber ?? '' },
    ...{ handlingAgencyCode: item.handlingAgency.code, dueDay: item.dueDay },
    answeredDay: item.answeredAt === null ? '' : dayOf(item.answeredAt),
  };
}
