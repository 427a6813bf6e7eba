import { Injectable } from '@nestjs/common';
import type { Staged } from '../../intake/staged-uploads.service.js';
import { type Submission, SubmitFeedback, type Submitted } from '../../intake/submit-feedback.service.js';
import { SubmitForPartner } from '../../intake/submit-for-partner.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { RandomSource } from '../../platform/kernel/random.js';
import type { SignedInPartner } from '../../platform/web/signed-in.js';
import { RepeatKeys } from './repeat-key.js';
import { SubmissionRouting } from './submission-routing.service.js';
import type { SentSubmission } from './submission.members.js';

/** Who sends, and how a repeat is known. */
export interface Sender {
  readonly partner: SignedInPartner | null;
  /** The `Idempotency-Key`; null where none was sent. */
  readonly key: string | null;
}

/** Takes in what programs send: for anybody, or for a partner's people. */
@Injectable()
export class SubmissionDoor {
  constructor(
    private readonly routing: SubmissionRouting,
    private readonly intake: SubmitFeedback,
    private readonly forPartners: SubmitForPartner,
    private readonly keys: RepeatKeys,
    private readonly random: RandomSource,
  ) {}

  /**
   * @param files staged; they become the item's, or stay behind for the sweep where it is a repeat
   * @throws DomainError as the two services; invalid where the key was used for another request
   */
  async take(sent: SentSubmission, files: readonly Staged[], { partner, key }: Sender): Promise<Submitted> {
    const { words, sendTo, takenBy } = await this.routing.of(sent);
    const submissionKey = this.keys.ofKey(key ?? this.random.token());
    const submission = {
      ...words,
      submissionKey,
      files: files.map(({ token }) => token),
      submissionDigest: this.keys.ofRequest(sent, files),
    };
    const submitted =
      partner === null
        ? await this.intake.submit({ ...submission, agencyCode: sendTo ?? takenBy })
        : await this.bring({ ...submission, agencyCode: sendTo ?? words.agencyCode }, sent, partner);
    if (submitted.isAsSent) return submitted;
    const told = { key: 'api.fault.keyUsed' };
    throw new DomainError('invalid', told.key, {}, { 'Idempotency-Key': told });
  }

  /** Without an agency it goes to the one that the partner was agreed with. */
  private bring(
    { submissionKey, ...submission }: Submission,
    { externalNumber }: SentSubmission,
    { partnerId }: SignedInPartner,
  ): Promise<Submitted> {
    return this.forPartners.submit({ ...submission, externalNumber, repeatKey: submissionKey }, partnerId);
  }
}
