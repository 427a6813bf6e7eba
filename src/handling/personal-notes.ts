import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Feedback } from '../feedback/feedback.entity.js';
import { type ErasedPart, HoldsPersonalData, type PersonalHolder } from '../feedback/personal-holder.js';
import { KeptDraft } from './kept-draft.entity.js';
import { Note } from './note.entity.js';

/** What officers told one another about an item: it speaks of its submitter, and goes with the item's words. */
@Injectable()
@HoldsPersonalData({ kind: 'notes' })
export class PersonalNotes implements PersonalHolder {
  async erase(tx: EntityManager, { id: feedbackId }: Feedback): Promise<ErasedPart> {
    return { count: (await tx.delete(Note, { feedbackId })).affected ?? 0 };
  }
}

/** What somebody had begun to write. */
@Injectable()
@HoldsPersonalData({ kind: 'drafts' })
export class PersonalDrafts implements PersonalHolder {
  async erase(tx: EntityManager, { id: feedbackId }: Feedback): Promise<ErasedPart> {
    return { count: (await tx.delete(KeptDraft, { feedbackId })).affected ?? 0 };
  }
}
