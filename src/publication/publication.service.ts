import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../accounts/staff-actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import type { TransitionResult, TransitionTarget } from '../feedback/transition-input.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { fold } from '../platform/kernel/fold.js';
import { Publication } from './publication.entity.js';

/** The texts as an officer redacted them; cleaned and none of them empty. */
export interface RedactedWords {
  readonly title: string;
  readonly content: string;
  readonly reply: string;
}

/** Publishing an answer: proposed by one person, shown by another (each step with its journal entry, in one unit of work). */
@Injectable()
export class PublicationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feedback: FeedbackService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `FeedbackService.transition`. */
  propose(target: TransitionTarget, words: RedactedWords, actor: StaffActor): Promise<TransitionResult> {
    return this.unitOfWork.run(async (tx) => {
      const result = await this.feedback.transition(target, 'proposePublication', {}, actor);
      await this.store(tx, target.id, words, actor.staffId);
      return result;
    });
  }

  /** @throws DomainError as `FeedbackService.transition`; conflict for whoever proposed it. */
  publish(target: TransitionTarget, actor: StaffActor): Promise<TransitionResult> {
    return this.unitOfWork.run(async (tx) => {
      const result = await this.feedback.transition(target, 'publish', {}, actor);
      const shown = { publishedById: actor.staffId, publishedAt: this.clock.now() };
      await tx.update(Publication, { feedbackId: target.id }, shown);
      return result;
    });
  }

  /**
   * Takes it back, or turns a proposal down.
   * @throws DomainError as `FeedbackService.transition`.
   */
  unpublish(target: TransitionTarget, reason: string, actor: StaffActor): Promise<TransitionResult> {
    return this.unitOfWork.run(async (tx) => {
      const result = await this.feedback.transition(target, 'unpublish', { reason }, actor);
      const hidden = { publishedById: null, publishedAt: null };
      await tx.update(Publication, { feedbackId: target.id }, hidden);
      return result;
    });
  }

  private async store(tx: EntityManager, id: number, words: RedactedWords, staffId: number): Promise<void> {
    const { replyId } = await tx.findOneByOrFail(Feedback, { id });
    if (replyId === null) throw new DomainError('conflict', 'published.noReply');
    const proposal = {
      replyId,
      ...words,
      folded: fold(`${words.title} ${words.content} ${words.reply}`),
      proposedById: staffId,
      proposedAt: this.clock.now(),
      publishedById: null,
      publishedAt: null,
    };
    const { affected } = await tx.update(Publication, { feedbackId: id }, proposal);
    if (affected === 0) await tx.insert(Publication, { feedbackId: id, ...proposal });
  }
}
