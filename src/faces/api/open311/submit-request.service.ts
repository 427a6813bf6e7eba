import { Injectable } from '@nestjs/common';
import { Feedback } from '../../../feedback/feedback.entity.js';
import { IntakeAddressing } from '../../../intake/intake-addressing.service.js';
import { submissionOf } from '../../../intake/submission-of.js';
import { NO_PROCEDURE, SubmitForm, UNKNOWN_AGENCY } from '../../../intake/submit.form.js';
import { type PartnerSubmission, SubmitForPartner } from '../../../intake/submit-for-partner.service.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/errors.js';
import { RandomSource } from '../../../platform/kernel/random.js';
import { readForm } from '../../../platform/web/read-form.js';
import type { NewRequest } from './new-request.js';
import { byParameter } from './parameter-names.js';
import { NO_FIELD, ServiceList } from './service-list.query.js';
import { Open311Error } from './open311-error.js';

/** Takes in what a partner sends by GeoReport, by the rules of the citizens' own form. */
@Injectable()
export class SubmitRequest {
  constructor(
    private readonly services: ServiceList,
    private readonly addressing: IntakeAddressing,
    private readonly intake: SubmitForPartner,
    private readonly random: RandomSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @param repeatKey what the client calls the request, so that a repeat is the same item; null where it says nothing.
   * @returns the item as it was stored.
   * @throws Open311Error 404 for an unknown service; DomainError invalid beside GeoReport's parameters, conflict when the
   *   repeat says something else.
   */
  async submit(request: NewRequest, partnerId: number, repeatKey: string | null): Promise<Feedback> {
    const sent = await this.checked(request, repeatKey);
    try {
      const { code } = await this.intake.submit(sent, partnerId);
      // A replica may not have heard of it yet.
      return await this.unitOfWork.run((tx) => tx.findOneByOrFail(Feedback, { code }));
    } catch (error) {
      throw byParameter(error);
    }
  }

  /** Only looks whether it could be taken in. @throws as `submit` */
  async tryOut(request: NewRequest): Promise<void> {
    try {
      await this.addressing.resolve(await this.checked(request, null));
    } catch (error) {
      throw byParameter(error);
    }
  }

  private async checked(request: NewRequest, repeatKey: string | null): Promise<PartnerSubmission> {
    const service = await this.services.byCode(request.serviceCode);
    if (!service) throw new Open311Error(404, [{ key: 'open311.noService' }]);
    const { value, errors } = readForm(SubmitForm, fieldsOf(request, this.random.token()));
    if (Object.keys(errors).length > 0)
      throw byParameter(new DomainError('invalid', 'errors.invalid', {}, errors));
    const { channel: _, submissionKey, ...submission } = submissionOf(value);
    return {
      ...submission,
      fieldCode: service.code === NO_FIELD ? null : service.code,
      externalNumber: null,
      repeatKey: repeatKey ?? submissionKey,
    };
  }
}

/** As the citizens' form would send it. */
function fieldsOf({ submitter, ...words }: NewRequest, submissionKey: string): Record<string, string> {
  const { kind, subject, title, content, place, procedureCode, agencyCode } = words;
  const { type, name, address, phone, email } = submitter;
  return {
    ...{ kind, subject, title, content, place, submitterType: type, name, address, phone, email },
    procedureCode: procedureCode || NO_PROCEDURE,
    agencyCode: agencyCode || UNKNOWN_AGENCY,
    submissionKey,
  };
}
