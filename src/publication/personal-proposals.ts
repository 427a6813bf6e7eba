import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import type { Feedback } from '../feedback/feedback.entity.js';
import { type ErasedPart, HoldsPersonalData, type PersonalHolder } from '../feedback/personal-holder.js';
import { Publication } from './publication.entity.js';

/**
 * Proposals that nobody has published, or that were taken back: nobody has answered for what is in them. What is
 * public was cleared of everything personal by two people, and stays; why its places were cleared does not.
 */
@Injectable()
@HoldsPersonalData({ kind: 'proposals' })
export class PersonalProposals implements PersonalHolder {
  async erase(tx: EntityManager, { id: feedbackId, publication }: Feedback): Promise<ErasedPart> {
    await tx.update(Publication, { feedbackId }, { cleared: null, clearedReason: null });
    if (publication === 'PUBLISHED') return { count: 0 };
    const emptied = { title: '', content: '', reply: '', folded: '' };
    const written = { feedbackId, content: Not('') };
    return { count: (await tx.update(Publication, written, emptied)).affected ?? 0 };
  }
}
