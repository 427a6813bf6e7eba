import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { Reply } from '../../feedback/reply.entity.js';
import { KeptDrafts } from '../../handling/kept-drafts.service.js';
import type { KeptDraft } from '../../handling/kept-draft.entity.js';
import { NOTE_FORM, Notes, type WrittenNote } from '../../handling/notes.service.js';
import { type Present, PresenceBoard } from '../../handling/presence-board.service.js';
import { ItemPanels, type PanelViews } from './item-panel.js';
import type { Say } from './say.js';
import type { VisibleItem } from './visible-item.query.js';

/** What stands around an item on its page. */
export interface ItemSidesFound {
  readonly panels: PanelViews;
  readonly notes: readonly WrittenNote[];
  readonly noteDraft: KeptDraft | null;
  readonly others: readonly Present[];
  /** Answers before the one that stands or is under way, newest first: a reopening undoes none of them. */
  readonly earlier: readonly Reply[];
}

@Injectable()
export class ItemSides {
  constructor(
    private readonly panels: ItemPanels,
    private readonly notes: Notes,
    private readonly drafts: KeptDrafts,
    private readonly presence: PresenceBoard,
    @InjectRepository(Reply) private readonly replies: Repository<Reply>,
  ) {}

  /** Also writes down that this person has the item open. */
  async of(visible: VisibleItem, actor: StaffActor, say: Say): Promise<ItemSidesFound> {
    const { id, replyId } = visible.item;
    const { staffId } = actor;
    await this.presence.seen(id, staffId, '');
    return {
      panels: await this.panels.views(visible, actor, say),
      notes: await this.notes.of(id),
      noteDraft: await this.drafts.find({ staffId, feedbackId: id, form: NOTE_FORM }),
      others: await this.presence.others(id, staffId),
      earlier: await this.replies.find({
        where: { feedbackId: id, approvedById: Not(IsNull()), id: Not(replyId ?? 0) },
        order: { id: 'DESC' },
      }),
    };
  }
}
