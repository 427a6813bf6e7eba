import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { ContactLooks } from '../../feedback/contact-looks.service.js';
import { ANSWERED } from '../../feedback/state.js';
import type { FormView } from '../../platform/web/form-view.js';
import { type ContactSituation, contactView } from './contact.view.js';
import { type ItemPanel, OnItemPage, type PanelView } from './item-panel.js';
import type { Say } from './say.js';
import type { VisibleItem } from './visible-item.query.js';

export const CONTACT_PANEL = 'officer/panel-contact';

/** Who wrote: masked, until somebody who may asks with a purpose. */
@Injectable()
@OnItemPage({ place: 'side', order: 900 })
export class ContactPanel implements ItemPanel {
  constructor(private readonly looks: ContactLooks) {}

  view(visible: VisibleItem, actor: StaffActor, say: Say): Promise<PanelView> {
    return this.after(visible, actor, say, null, null);
  }

  /** @param look what was just shown @param form what was sent with faults */
  async after(
    { item, reply }: VisibleItem,
    actor: StaffActor,
    say: Say,
    look: ContactSituation['look'],
    form: FormView | null,
  ): Promise<PanelView> {
    const mayLook = await this.looks.may(actor, item);
    const answered = ANSWERED.includes(item.state) && reply?.approvedById != null;
    const model = contactView({ item, answered, mayLook, look, form }, actor, say);
    return { partial: CONTACT_PANEL, model };
  }
}
