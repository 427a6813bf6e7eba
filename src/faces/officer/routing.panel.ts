import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { OPEN } from '../../feedback/state.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { ConcernedStaff } from '../../routing/concerned-staff.query.js';
import { ProposeFromText } from '../../routing/propose-from-text.service.js';
import { SendToSuperior } from '../../routing/send-to-superior.js';
import { type ItemPanel, OnItemPage, type PanelView } from './item-panel.js';
import { ProposalLinks, proposalView, textProposalViews } from './routing.view.js';
import type { VisibleItem } from './visible-item.query.js';

/** Where an item should go: by the rules when it came in, by its words now; and whom it is about. */
@Injectable()
@OnItemPage({ place: 'side', order: 50 })
export class RoutingPanel implements ItemPanel {
  constructor(
    private readonly texts: ProposeFromText,
    private readonly people: ConcernedStaff,
    private readonly superior: SendToSuperior,
    private readonly agencies: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  async view({ item, reply }: VisibleItem, actor: StaffActor): Promise<PanelView | null> {
    const { concernsStaffId, proposal } = item;
    const isOpen = OPEN.includes(item.state);
    const concerned = concernsStaffId === null ? null : await this.people.byId(concernsStaffId);
    if (!isOpen && !proposal && !concerned) return null;
    const circumstances = {
      item,
      actor,
      today: dayOf(this.clock.now()),
      drafterId: reply?.drafterId ?? null,
    };
    const links = new ProposalLinks(circumstances);
    const agency = proposal && (await this.agencies.byId(proposal.agencyId));
    const texts = isOpen
      ? await this.texts.soon(`${item.title}\n${item.content}`, item.handlingAgencyId)
      : [];
    const model = {
      proposal: proposalView(item, agency, links),
      texts: textProposalViews(texts, links),
      // Where the procedure is known, or a rule has spoken, the words are only a second opinion.
      openTexts: item.procedureId === null && !proposal,
      aboutHead: item.aboutHead,
      concerned: concerned && [concerned.name, concerned.position].filter(Boolean).join(', '),
      stuck: isOpen && concerned !== null && (await this.superior.isStuck(item)),
    };
    const shows = [model.proposal, texts.length > 0, item.aboutHead, concerned].some(Boolean);
    return shows ? { partial: 'officer/panel-routing', model } : null;
  }
}
