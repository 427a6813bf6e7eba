import { Injectable } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { procedureHit } from '../../directory/procedure-hit.js';
import type { Subject } from '../../feedback/classification.js';
import { Promises } from '../../feedback/promises.service.js';
import { IntakeAddressing } from '../../intake/intake-addressing.service.js';
import type { Submission } from '../../intake/submit-feedback.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { addressed, submissionOf } from '../../intake/submission-of.js';
import type { SubmitForm } from '../../intake/submit.form.js';
import { routingNote } from './submit-routing.view.js';
import { SubmitRouting } from './submit-routing.service.js';
import type { Checked } from './submit.view.js';

/** What the check page needs to know beside the form itself. */
@Injectable()
export class SubmitCheck {
  constructor(
    private readonly addressing: IntakeAddressing,
    private readonly agencies: AgencyChoice,
    private readonly promises: Promises,
    private readonly clock: Clock,
    private readonly routing: SubmitRouting,
  ) {}

  /** @returns what is wrong with the chosen procedure and agency; nothing where the form itself is at fault with them. */
  async faultsOf(form: SubmitForm): Promise<FieldErrors> {
    try {
      await this.addressing.resolve(addressed(form));
      return {};
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid') return error.fields;
      throw error;
    }
  }

  /** @param form without faults. */
  async checked(form: SubmitForm): Promise<Checked> {
    const routed = await this.routing.of(withSubject(form));
    const { subject, channel } = submissionOf(form);
    const report = { subject, channel, urgency: 'NORMAL', agencyPath: routed.agency.path } as const;
    const promise = await this.promises.promiseFor({ ...report, day: dayOf(this.clock.now()) });
    return {
      procedure: routed.procedure && procedureHit(routed.procedure),
      intakeAgency: await this.agencies.hit(routed.agency),
      due: promise.due,
      routing: routingNote(form, routed),
      sentTo: routed.agency.code,
    };
  }

  /** @returns the submission with where it goes. @param form without faults. */
  async routed(form: SubmitForm): Promise<Submission & { readonly agencyCode: string }> {
    const { agency, proposal } = await this.routing.of(withSubject(form));
    return { ...submissionOf(form), agencyCode: agency.code, proposal };
  }
}

function withSubject(form: SubmitForm): SubmitForm & { readonly subject: Subject } {
  return Object.assign(form, { subject: submissionOf(form).subject });
}
