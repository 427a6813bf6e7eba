import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { refusalOf } from '../../feedback/conditions.js';
import { allowedTransitions } from '../../feedback/policy.js';
import { OPEN } from '../../feedback/state.js';
import { Absences } from '../../handling/absences.service.js';
import { Colleagues } from '../../handling/colleagues.query.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { paths } from '../../platform/web/paths.js';
import { type ItemPanel, OnItemPage, type PanelView } from './item-panel.js';
import type { VisibleItem } from './visible-item.query.js';

/** Who works on the item; by one press it is mine, by another somebody else's. */
@Injectable()
@OnItemPage({ place: 'side', order: 100 })
export class AssigneePanel implements ItemPanel {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly absences: Absences,
    private readonly clock: Clock,
  ) {}

  async view({ item }: VisibleItem, actor: StaffActor): Promise<PanelView | null> {
    if (!OPEN.includes(item.state)) return null;
    const today = dayOf(this.clock.now());
    const row = allowedTransitions(actor, item).find(({ action }) => action === 'assign');
    const mayAssign = row && refusalOf(row, { item, actor, today, drafterId: null }) === null;
    if (!mayAssign && item.assigneeId === null) return null;
    const ids = item.assigneeId === null ? [] : [item.assigneeId];
    const [names, away, people] = await Promise.all([
      this.colleagues.names(ids),
      this.absences.of(ids, today),
      mayAssign ? this.colleagues.at([item.handlingAgency.path], today, actor.staffId) : [],
    ]);
    const mayTake = item.assigneeId !== actor.staffId && people.some(({ id }) => id === actor.staffId);
    const model = {
      name: names.get(item.assigneeId ?? 0) ?? null,
      isMine: item.assigneeId === actor.staffId,
      awayUntil: away.get(item.assigneeId ?? 0)?.toDay ?? null,
      address: mayAssign ? paths.officerAction.to({ code: item.code, action: 'assign' }) : null,
      takeAs: mayTake ? actor.staffId : null,
      version: item.version,
    };
    return { partial: 'officer/panel-assignee', model };
  }
}
