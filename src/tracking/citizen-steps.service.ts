import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { PartnerActor } from '../feedback/actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import type { NewAttachment } from '../feedback/new-attachment.js';
import type { Rating } from '../feedback/state.js';
import type { TransitionResult } from '../feedback/transition-input.js';
import { DomainError } from '../platform/kernel/errors.js';

/** The item that code and PIN have opened, and the version its citizen saw. */
export interface OpenedItem {
  readonly code: string;
  readonly expectedVersion: number;
  /** The partner that brought the item and acts for its submitter; left out where the citizen acts. */
  readonly partner?: PartnerActor | null;
}

/** Already stored; to be called in the unit of work that claims them. */
type Files = readonly NewAttachment[];

/** What a citizen does to the own item; every step goes through the lifecycle's one door and throws as it does. */
@Injectable()
export class CitizenSteps {
  constructor(
    private readonly feedback: FeedbackService,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
  ) {}

  /** Answers the agency's question; the clock runs again. */
  async supplement(opened: OpenedItem, content: string, files: Files = []): Promise<TransitionResult> {
    return this.take(opened, 'supplement', { content, files });
  }

  async withdraw(opened: OpenedItem): Promise<TransitionResult> {
    return this.take(opened, 'withdraw', {});
  }

  /** @param words what stands beside the rating; empty for nothing. */
  async rate(opened: OpenedItem, rating: Rating, words: string): Promise<TransitionResult> {
    return this.take(opened, 'rate', words === '' ? { rating } : { rating, words });
  }

  /** Once, after a dissatisfied rating, with new content (cf. Đ.17 khoản 3 NĐ 20/2008/NĐ-CP). */
  async reopen(opened: OpenedItem, content: string, files: Files = []): Promise<TransitionResult> {
    return this.take(opened, 'askReopen', { content, files });
  }

  private async take(
    { code, expectedVersion, partner }: OpenedItem,
    action: Parameters<FeedbackService['transition']>[1],
    input: Parameters<FeedbackService['transition']>[2],
  ): Promise<TransitionResult> {
    const item = await this.items.findOneBy({ code });
    if (!item) throw new DomainError('not-found', 'errors.notFound');
    const actor = partner ?? ({ kind: 'citizen', feedbackId: item.id } as const);
    return this.feedback.transition({ id: item.id, expectedVersion }, action, input, actor);
  }
}
