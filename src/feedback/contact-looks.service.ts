import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../accounts/staff-actor.js';
import { auditedStaff, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Choices } from '../platform/installation/choices.service.js';
import { DomainError } from '../platform/kernel/errors.js';
import { contactRoles, type LookPurpose, mayLookAtContact } from './contact-policy.js';
import { Feedback } from './feedback.entity.js';
import type { PolicyItem } from './policy.js';
import type { Submitter } from './submitter.entity.js';

export const CONTACT_LOOK = 'contact.look';

/** The one way to a submitter's contact data at the desk: asked with a purpose, written down, and only then shown. */
@Injectable()
export class ContactLooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choices: Choices,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns whether the page should offer to ask; asking decides anew. */
  async may(actor: StaffActor, item: PolicyItem): Promise<boolean> {
    return mayLookAtContact(actor, item, await this.choices.get(contactRoles));
  }

  /**
   * Writes down the look and returns what is looked at; both or neither.
   * @param form in which way it is shown: on the item's page, in a letter for the post, in a draft's words.
   * @throws DomainError not-found for an item that there is not, forbidden for who may not look.
   */
  look(
    feedbackId: number,
    actor: StaffActor,
    purpose: LookPurpose,
    form: 'page' | 'letter' | 'template',
  ): Promise<Submitter> {
    return this.unitOfWork.run(async (tx) => {
      const item = await tx.findOne(Feedback, {
        where: { id: feedbackId },
        relations: {
          intakeAgency: true,
          handlingAgency: true,
          coordinations: { agency: true },
          submitter: true,
        },
      });
      if (!item) throw new DomainError('not-found', 'errors.notFound');
      if (!mayLookAtContact(actor, item, await this.choices.get(contactRoles, tx)))
        throw new DomainError('forbidden', 'privacy.contact.notYours');
      const subject = { subjectKind: 'feedback', subject: item.code };
      const note = { action: CONTACT_LOOK, ...subject, purpose, details: { form } };
      await this.audit.record(tx, auditedStaff(actor), note);
      return item.submitter;
    });
  }
}
