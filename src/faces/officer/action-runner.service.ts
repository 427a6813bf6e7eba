import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { FeedbackService } from '../../feedback/feedback.service.js';
import type { Transition } from '../../feedback/transition.js';
import type { TransitionResult, TransitionTarget } from '../../feedback/transition-input.js';
import type { NewAttachment } from '../../feedback/new-attachment.js';
import { KeptDrafts } from '../../handling/kept-drafts.service.js';
import { STAFF_FILES } from '../../intake/file-limits.js';
import { StagedUploads } from '../../intake/staged-uploads.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PublicationService } from '../../publication/publication.service.js';
import { takesFiles } from './action-fields.js';
import type { SentAction } from './action-reader.service.js';
import { inputOf, type ReadAction } from './action-input.js';
import { clearingOf, shownWords } from './publication-faults.js';

/** Sends a step through its door: the heart's own, or publication's, which keeps the redacted words beside it. */
@Injectable()
export class ActionRunner {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly publication: PublicationService,
    private readonly drafts: KeptDrafts,
    private readonly unitOfWork: UnitOfWork,
    private readonly staged: StagedUploads,
  ) {}

  /** The step, its files and the end of its draft are one. @throws DomainError as `FeedbackService.transition`. */
  run(row: Transition, sent: SentAction, item: Feedback, actor: StaffActor): Promise<TransitionResult> {
    return this.unitOfWork.run(async (tx) => {
      const tokens = takesFiles(row.action) ? sent.files.tokens : [];
      const files = await this.staged.claim(tx, tokens, STAFF_FILES);
      const result = await this.step(row, sent, files, item, actor);
      await this.drafts.drop({ staffId: actor.staffId, feedbackId: item.id, form: row.action });
      return result;
    });
  }

  private step(
    row: Transition,
    read: ReadAction,
    files: readonly NewAttachment[],
    item: Feedback,
    actor: StaffActor,
  ): Promise<TransitionResult> {
    const { form } = read;
    const target: TransitionTarget = { id: item.id, expectedVersion: Number(form.expectedVersion) };
    switch (row.action) {
      case 'proposePublication':
        return this.publication.propose(target, shownWords(form), actor, clearingOf(form, item));
      case 'publish':
        return this.publication.publish(target, actor);
      case 'unpublish':
        return this.publication.unpublish(target, { kind: form.unpublishKind, reason: form.reason }, actor);
      default:
        return this.feedback.transition(target, row.action, { ...inputOf(row, read, item), files }, actor);
    }
  }
}
