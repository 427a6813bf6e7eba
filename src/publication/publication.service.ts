import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../accounts/staff-actor.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { TURNED_DOWN_FACT } from '../feedback/public-step.js';
import type { TransitionResult, TransitionTarget } from '../feedback/transition-input.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Proposals } from './proposals.service.js';
import { PublicationDays } from './publication-days.service.js';
import { publicationDueDay } from './publication-term.js';
import { Publication } from './publication.entity.js';
import type { RedactedWords } from './redacted-words.js';
import type { Clearing } from './redaction-check.js';
import { TURNED_DOWN, type TurnedDown, UNPUBLISH_KINDS, type UnpublishKind } from './unpublish-kind.js';

/** Why something is taken back: a word for the public, the reason itself for the office. */
export interface TakingBack {
  /** One of `UNPUBLISH_KINDS` for what is public, of `TURNED_DOWN` for a proposal. */
  readonly kind: string;
  readonly reason: string;
}

/** Publishing an answer: proposed by one person, shown by another (each step with its journal entry, in one unit of work). */
@Injectable()
export class PublicationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feedback: FeedbackService,
    private readonly proposals: Proposals,
    private readonly days: PublicationDays,
    private readonly clock: Clock,
  ) {}

  /**
   * @param clearing places that look personal and are none; never the submitter's own particulars.
   * @throws DomainError as `FeedbackService.transition`; invalid, beside `title`, `content` or `reply`, where a text
   *   holds something that must not be published, or nothing at all.
   */
  propose(
    target: TransitionTarget,
    words: RedactedWords,
    actor: StaffActor,
    clearing: Clearing | null = null,
  ): Promise<TransitionResult> {
    return this.unitOfWork.run(async (tx) => {
      const result = await this.feedback.transition(target, 'proposePublication', {}, actor);
      await this.proposals.put(tx, target.id, { words, clearing, staffId: actor.staffId });
      return result;
    });
  }

  /**
   * @throws DomainError as `FeedbackService.transition`; conflict for whoever proposed it; invalid where the texts hold
   *   something that must not be published after all: asked again, since what is known may have grown.
   */
  publish(target: TransitionTarget, actor: StaffActor): Promise<TransitionResult> {
    return this.unitOfWork.run(async (tx) => {
      const result = await this.feedback.transition(target, 'publish', {}, actor);
      const publication = await this.proposals.checked(tx, target.id);
      const shown = { publishedById: actor.staffId, publishedAt: this.clock.now() };
      const notice = { unpublishedAt: null, unpublishKind: null, turnedDown: null };
      const days = publication.dueDay === null ? await this.settled(tx, target.id, shown.publishedAt) : {};
      await tx.update(Publication, { id: publication.id }, { ...shown, ...notice, ...days });
      return result;
    });
  }

  /**
   * Takes it back, or turns a proposal down.
   * @throws DomainError as `FeedbackService.transition`; invalid, beside `unpublishKind`, for a kind that is none of these.
   */
  unpublish(
    target: TransitionTarget,
    { kind, reason }: TakingBack,
    actor: StaffActor,
  ): Promise<TransitionResult> {
    return this.unitOfWork.run(async (tx) => {
      const before = await tx.findOneBy(Feedback, { id: target.id });
      const isProposal = before?.publication === 'PENDING_REVIEW';
      const facts = { [isProposal ? TURNED_DOWN_FACT : 'kind']: kind };
      const result = await this.feedback.transition(target, 'unpublish', { reason, facts }, actor);
      requireKind(kind, isProposal ? TURNED_DOWN : UNPUBLISH_KINDS);
      const taken = {
        ...{ publishedById: null, publishedAt: null, turnedDown: null },
        ...{ unpublishedAt: this.clock.now(), unpublishKind: kind as UnpublishKind },
      };
      const change = isProposal ? { turnedDown: kind as TurnedDown } : taken;
      await tx.update(Publication, { feedbackId: target.id }, change);
      return result;
    });
  }

  /** An answer that was public before keeps the day of its first publication. */
  private async settled(
    tx: EntityManager,
    id: number,
    now: number,
  ): Promise<Pick<Publication, 'dueDay' | 'publishedLate'>> {
    const { answeredAt } = await tx.findOneByOrFail(Feedback, { id });
    const dueDay = publicationDueDay(await this.days.clock(tx), answeredAt ?? now);
    return { dueDay, publishedLate: dayOf(now) > dueDay };
  }
}

function requireKind(kind: string, kinds: readonly string[]): void {
  if (kinds.includes(kind)) return;
  const message = { key: 'errors.choose', params: { label: 'publishing.kind.label' } };
  throw new DomainError('invalid', 'errors.invalid', {}, { unpublishKind: message });
}
