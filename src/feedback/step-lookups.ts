import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import { DomainError } from '../platform/kernel/errors.js';
import { parseTrackingCode } from '../platform/kernel/tracking-code.js';
import type { Actor } from './actor.js';
import { Feedback } from './feedback.entity.js';
import { canSee } from './policy.js';
import type { Transition } from './transition.js';
import { ANSWERED, PENDING } from './state.js';
import type { TransitionInput } from './transition-input.js';

const fault = (field: string, key: string): DomainError =>
  new DomainError('invalid', 'errors.invalid', {}, { [field]: { key } });

/** Looks up what a step names: the agency it goes to, the item it is merged into. */
@Injectable()
export class StepLookups {
  /** @throws DomainError('invalid') beside `agencyId`: unknown, abolished, or the one that has it already. */
  async agency(
    tx: EntityManager,
    row: Transition,
    input: TransitionInput,
    item: Feedback,
    today: CivilDay,
  ): Promise<Agency | null> {
    if (!row.needs.includes('agency')) return null;
    const agency = await tx.findOneBy(Agency, { id: input.agencyId });
    if (!agency || agency.validFrom > today || (agency.validTo !== null && agency.validTo <= today)) {
      throw fault('agencyId', 'lifecycle.need.agencyId');
    }
    // A successor may have the item already and still take over what the other agency took in.
    if (agency.id === item.handlingAgencyId && row.action !== 'succeed')
      throw fault('agencyId', 'lifecycle.need.otherAgency');
    if (row.needs.includes('innerDay')) checkConsultation(item, agency, input.innerDay ?? '', today);
    return agency;
  }

  /** @throws DomainError('invalid') beside `masterCode`: unknown, not for this actor, itself, merged itself, or out of the books. */
  async master(
    tx: EntityManager,
    row: Transition,
    input: TransitionInput,
    item: Feedback,
    actor: Actor,
  ): Promise<Feedback | null> {
    if (!row.needs.includes('master')) return null;
    const code = parseTrackingCode(input.masterCode ?? '');
    const relations = { intakeAgency: true, handlingAgency: true };
    const master = code === null ? null : await tx.findOne(Feedback, { where: { code }, relations });
    const usable = master && master.id !== item.id && canSee(actor, master);
    if (!usable || ![...PENDING, ...ANSWERED].includes(master.state)) {
      throw fault('masterCode', 'lifecycle.need.usableMaster');
    }
    return master;
  }
}

/** The inner day lies between today and the promised date (any day once that has passed); an agency is asked once at a time. */
function checkConsultation(item: Feedback, agency: Agency, innerDay: CivilDay, today: CivilDay): void {
  const last = item.dueDay >= today ? item.dueDay : null;
  if (innerDay < today || (last !== null && innerDay > last))
    throw fault('innerDay', 'lifecycle.need.usableInnerDay');
  if (item.coordinations.some(({ agencyId, answeredAt }) => agencyId === agency.id && answeredAt === null))
    throw fault('agencyId', 'lifecycle.need.consultedAlready');
}
