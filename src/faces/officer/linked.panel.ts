import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { whereVisible } from '../../feedback/policy.js';
import { paths } from '../../platform/web/paths.js';
import { type ItemPanel, OnItemPage, type PanelView } from './item-panel.js';
import type { VisibleItem } from './visible-item.query.js';

/** Nobody splits into more, or merges more by hand. */
const MOST = 50;

/** The whole of a part, the parts of a whole, and what was merged into it: those that this person may see. */
@Injectable()
@OnItemPage({ place: 'side', order: 20 })
export class LinkedPanel implements ItemPanel {
  constructor(@InjectRepository(Feedback) private readonly items: Repository<Feedback>) {}

  async view({ item }: VisibleItem, actor: StaffActor): Promise<PanelView | null> {
    const linked = await this.linkedTo(item, actor);
    const groups = [
      { heading: 'compare.linked.whole', rows: linked.filter(({ id }) => id === item.splitFromId) },
      { heading: 'compare.linked.parts', rows: linked.filter(({ splitFromId }) => splitFromId === item.id) },
      {
        heading: 'compare.linked.merged',
        rows: linked.filter(({ mergedIntoId }) => mergedIntoId === item.id),
      },
    ].filter(({ rows }) => rows.length > 0);
    if (groups.length === 0) return null;
    return {
      partial: 'officer/panel-linked',
      model: { groups: groups.map(({ heading, rows }) => ({ heading, rows: rows.map(rowOf) })) },
    };
  }

  private linkedTo({ id, splitFromId }: Feedback, actor: StaffActor): Promise<Feedback[]> {
    const query = this.items
      .createQueryBuilder('item')
      .innerJoin('item.handlingAgency', 'handlingAgency')
      .innerJoin('item.intakeAgency', 'intakeAgency')
      .where('(item.id = :whole OR item.splitFromId = :id OR item.mergedIntoId = :id)', {
        id,
        whole: splitFromId ?? 0,
      })
      .orderBy('item.id')
      .limit(MOST);
    whereVisible(query, 'item', actor);
    return query.getMany();
  }
}

function rowOf({ code, title, state }: Feedback): Readonly<Record<string, string>> {
  return { code, heading: title, state, href: paths.officerItem.to({ code }) };
}
