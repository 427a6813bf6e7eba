import { Injectable } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { procedureHit } from '../../directory/procedure-hit.js';
import { Promises } from '../../feedback/promises.service.js';
import { IntakeAddressing } from '../../intake/intake-addressing.service.js';
import type { Submission } from '../../intake/submit-feedback.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { chosenAgency, chosenProcedure, type SubmitForm } from './submit.form.js';
import type { Checked } from './submit.view.js';

/** What the check page needs to know beside the form itself. */
@Injectable()
export class SubmitCheck {
  constructor(
    private readonly addressing: IntakeAddressing,
    private readonly agencies: AgencyChoice,
    private readonly promises: Promises,
    private readonly clock: Clock,
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
    const { procedure, agency } = await this.addressing.resolve(addressed(form));
    const { subject, channel } = submissionOf(form);
    const report = { subject, channel, urgency: 'NORMAL', agencyPath: agency.path } as const;
    const promise = await this.promises.promiseFor({ ...report, day: dayOf(this.clock.now()) });
    return {
      procedure: procedure && procedureHit(procedure),
      intakeAgency: await this.agencies.hit(agency),
      due: promise.due,
    };
  }
}

/** @param form without faults, so that its choices are made. */
export function submissionOf(form: SubmitForm): Submission {
  const { kind, subject, submitterType } = form;
  if (kind === '' || subject === '' || submitterType === '')
    throw new Error('a form with faults is not a submission');
  return {
    ...addressed(form),
    kind,
    subject,
    title: form.title,
    content: form.content,
    submitter: {
      type: submitterType,
      name: form.name,
      address: form.address,
      phone: form.phone,
      email: form.email === '' ? null : form.email,
    },
    channel: 'WEB',
    submissionKey: form.submissionKey,
  };
}

function addressed(form: SubmitForm): { procedureCode: string | null; agencyCode: string | null } {
  return { procedureCode: textOrNull(chosenProcedure(form)), agencyCode: textOrNull(chosenAgency(form)) };
}

/** A field at fault may hold anything that was sent; only text is looked up. */
function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
