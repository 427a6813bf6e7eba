import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { type Actor, ANYBODY } from '../feedback/actor.js';
import type { Channel, Kind, Subject } from '../feedback/classification.js';
import { Feedback } from '../feedback/feedback.entity.js';
import type { NewFeedback } from '../feedback/new-feedback.js';
import { SubmissionService } from '../feedback/submission.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { inOneSpelling } from './contact.js';
import { CITIZEN_FILES } from './file-limits.js';
import { type Addressed, IntakeAddressing } from './intake-addressing.service.js';
import { StagedUploads } from './staged-uploads.service.js';

/** What somebody sends; its members were validated one by one, codes are looked up here. */
export interface Submission extends Addressed {
  readonly kind: Kind;
  readonly subject: Subject;
  readonly title: string;
  readonly content: string;
  readonly submitter: NewFeedback['submitter'];
  readonly channel: Channel;
  /** Made with the form: repeats of one submission carry the same key and become one item. */
  readonly submissionKey: string;
  readonly place?: NewFeedback['place'];
  readonly concernedName?: NewFeedback['concernedName'];
  readonly aboutHead?: NewFeedback['aboutHead'];
  readonly proposal?: NewFeedback['proposal'];
  /** Tokens of staged files. */
  readonly files?: readonly string[];
  /** Of what a partner brings: its number there. */
  readonly externalNumber?: NewFeedback['externalNumber'];
  /** Of what a program sends: stands for the whole request, so that a repeat is told from another one with its key. */
  readonly submissionDigest?: NewFeedback['submissionDigest'];
}

export interface Submitted {
  readonly code: string;
  /** The item had been stored before (double click, back, retry). */
  readonly isRepeat: boolean;
  /** The stored words are the ones sent now: a repeat may have been changed on the way. */
  readonly isAsSent: boolean;
}

/** Takes in what a citizen sends: one item for one submission key, however often it is sent. */
@Injectable()
export class SubmitFeedback {
  constructor(
    private readonly addressing: IntakeAddressing,
    private readonly submissions: SubmissionService,
    private readonly staged: StagedUploads,
    private readonly unitOfWork: UnitOfWork,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
  ) {}

  /**
   * @throws DomainError invalid, beside `procedureCode`, `fieldCode` or `agencyCode`, when they name nothing that can
   *   be used, or beside `files`.
   */
  async submit(submission: Submission, actor: Actor = ANYBODY): Promise<Submitted> {
    const before = await this.items.findOneBy({ submissionKey: submission.submissionKey });
    if (before) return { code: before.code, isRepeat: true, isAsSent: sameWords(before, submission) };
    const { item, isRepeat } = await this.store(submission, actor);
    return { code: item.code, isRepeat, isAsSent: sameWords(item, submission) };
  }

  private async store(
    { procedureCode, agencyCode, fieldCode, files: tokens = [], ...words }: Submission,
    actor: Actor,
  ): Promise<{ readonly item: Feedback; readonly isRepeat: boolean }> {
    const named = { procedureCode, agencyCode, fieldCode };
    const { procedure, fieldId, agency } = await this.addressing.resolve(named);
    const fresh: NewFeedback = {
      ...words,
      submitter: inOneSpelling(words.submitter),
      procedureId: procedure?.id ?? null,
      fieldId,
      intakeAgencyId: agency.id,
    };
    try {
      return await this.unitOfWork.run(async (tx) => {
        // The other one of two sent at once may have been first meanwhile.
        const before = await tx.findOneBy(Feedback, { submissionKey: words.submissionKey });
        if (before) return { item: before, isRepeat: true };
        const files = await this.staged.claim(tx, tokens, CITIZEN_FILES);
        return { item: await this.submissions.submit({ ...fresh, files }, actor), isRepeat: false };
      });
    } catch (error) {
      // Of simultaneous repeats the engine lets one through and refuses the others: theirs is stored by now.
      const { submissionKey } = words;
      const winner = await this.unitOfWork.run((tx) => tx.findOneBy(Feedback, { submissionKey }));
      if (winner) return { item: winner, isRepeat: true };
      throw error;
    }
  }
}

function sameWords(item: Feedback, { kind, subject, title, content, submissionDigest }: Submission): boolean {
  if (submissionDigest) return item.submissionDigest === submissionDigest;
  return item.kind === kind && item.subject === subject && item.title === title && item.content === content;
}
