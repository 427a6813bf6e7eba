import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { OPEN } from '../../feedback/state.js';
import { Duplicates } from '../../intake/duplicates.service.js';
import { paths } from '../../platform/web/paths.js';
import { readsMasked } from './contact.view.js';
import { duplicateRows, tellable } from './duplicates.view.js';
import { type ItemPanel, OnItemPage, type PanelView } from './item-panel.js';
import type { VisibleItem } from './visible-item.query.js';

/** The nearest stand open; more would push the facts of the item out of sight. */
const SHOWN = 2;

/** What may be the same matter as this item: proposed to those who work with it, while it can still be merged. */
@Injectable()
@OnItemPage({ place: 'side', order: 120 })
export class DuplicatesPanel implements ItemPanel {
  constructor(private readonly duplicates: Duplicates) {}

  async view({ item }: VisibleItem, actor: StaffActor): Promise<PanelView | null> {
    if (!OPEN.includes(item.state) || !readsMasked(actor, item)) return null;
    const { id, splitFromId, title, content, procedureId, submittedAt, submitter } = item;
    const { phone, email } = submitter;
    const compared = { id, splitFromId, title, content, procedureId, submittedAt, phone, email };
    const found = tellable(await this.duplicates.of(compared, actor), actor);
    if (found.length === 0) return null;
    const rows = duplicateRows(found, (other) => paths.officerCompare.to({ code: item.code, other }));
    return {
      partial: 'officer/panel-duplicates',
      model: { rows: rows.slice(0, SHOWN), rest: rows.slice(SHOWN) },
    };
  }
}
