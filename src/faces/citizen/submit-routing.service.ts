import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import type { Procedure } from '../../directory/procedure.entity.js';
import type { Subject } from '../../feedback/classification.js';
import type { RoutingProposal } from '../../feedback/routing-proposal.js';
import { IntakeAddressing } from '../../intake/intake-addressing.service.js';
import { ProposeRouting } from '../../routing/propose-routing.service.js';
import { addressed } from '../../intake/submission-of.js';
import { chosenAgency, concerned, type SubmitForm } from '../../intake/submit.form.js';

/** Where a submission goes, and what is said of it on the check page. */
export interface RoutedSubmission {
  readonly procedure: Procedure | null;
  /** Whose intake takes it. */
  readonly agency: Readonly<Agency>;
  readonly proposal: RoutingProposal | null;
  /** Where it was moved away from, or whom another is proposed to; null where the citizen chose none. */
  readonly chosen: Readonly<Agency> | null;
  /** The agency of the proposal. */
  readonly proposed: Readonly<Agency> | null;
}

/** Joins what the citizen chose with what the authority's rules propose. */
@Injectable()
export class SubmitRouting {
  constructor(
    private readonly addressing: IntakeAddressing,
    private readonly routing: ProposeRouting,
    private readonly directory: AgencyDirectory,
  ) {}

  /**
   * @param form whose procedure and agency may be looked up; its other members were read.
   * @throws DomainError as `IntakeAddressing.resolve`.
   */
  async of(form: SubmitForm & { readonly subject: Subject }): Promise<RoutedSubmission> {
    const { procedure, agency } = await this.addressing.resolve(addressed(form));
    const chosen = chosenAgency(form) === null ? null : agency;
    const { proposal, sendTo } = await this.routing.propose({
      procedureId: procedure?.id ?? null,
      fieldId: procedure?.fieldId ?? null,
      subject: form.subject,
      place: form.place,
      text: `${form.title}\n${form.content}`,
      aboutHead: concerned(form).aboutHead,
      chosenAgencyId: chosen?.id ?? null,
    });
    const proposed = proposal && (await this.directory.byId(proposal.agencyId));
    return { procedure, agency: sendTo ?? agency, proposal, chosen, proposed };
  }
}
