import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { OnOutbox, type OutboxHandler } from '../platform/outbox/on-outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { AGENCY_CHANGE, AgencyReform } from './agency-reform.service.js';

/** On the first moment of its day a decision about an agency begins to hold. */
@Injectable()
@OnOutbox({ topic: AGENCY_CHANGE, within: 'unit' })
export class AgencyChangeTimer implements OutboxHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reform: AgencyReform,
  ) {}

  async handle({ payload }: OutboxMessage): Promise<void> {
    await this.unitOfWork.run((tx) => this.reform.comeDue(tx, Number(payload['id'])));
  }
}
