import { Injectable } from '@nestjs/common';
import { IntakeAddressing } from '../../intake/intake-addressing.service.js';
import type { Submission } from '../../intake/submit-feedback.service.js';
import { submissionOf } from '../../intake/submission-of.js';
import { ProposeRouting } from '../../routing/propose-routing.service.js';
import type { SentSubmission } from './submission.members.js';

/** A submission with where it goes. */
export interface RoutedSubmission {
  /** As sent: its `agencyCode` is null where none was named. */
  readonly words: Submission;
  /** Where the rules send it in spite of what was named: the conduct of a head is looked at above. */
  readonly sendTo: string | null;
  /** Whose intake takes it otherwise. */
  readonly takenBy: string;
}

/** Sends what a program brings where the citizens' page would send it. */
@Injectable()
export class SubmissionRouting {
  constructor(
    private readonly addressing: IntakeAddressing,
    private readonly routing: ProposeRouting,
  ) {}

  /** @throws DomainError as `IntakeAddressing.resolve`. */
  async of({ form, fieldCode }: SentSubmission): Promise<RoutedSubmission> {
    const words = { ...submissionOf(form), fieldCode };
    const { procedure, fieldId, agency } = await this.addressing.resolve(words);
    const { proposal, sendTo } = await this.routing.propose({
      procedureId: procedure?.id ?? null,
      fieldId,
      subject: words.subject,
      place: form.place,
      text: `${form.title}\n${form.content}`,
      aboutHead: form.aboutHead,
      chosenAgencyId: words.agencyCode === null ? null : agency.id,
    });
    return { words: { ...words, proposal }, sendTo: sendTo?.code ?? null, takenBy: agency.code };
  }
}
