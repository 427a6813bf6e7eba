import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { StaffActor } from '../accounts/staff-actor.js';
import type { Channel, Kind, Subject, SubmitterType, Urgency } from '../feedback/classification.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { SubmissionService } from '../feedback/submission.service.js';
import { inOneSpelling } from './contact.js';
import type { CheckedItem } from './item-check.js';
import { itemKey, oldNumber } from './item-key.js';

/** Takes in items of a file by the rules of everything that staff key in: a new code, a promise from the day of receipt. */
@Injectable()
export class ItemTaking {
  constructor(private readonly submissions: SubmissionService) {}

  /** @returns which of the keys were taken in before. */
  async known(tx: EntityManager, keys: readonly string[]): Promise<Set<string>> {
    const rows = await tx.find(Feedback, {
      select: { id: true, submissionKey: true },
      where: { submissionKey: In(keys) },
    });
    return new Set(rows.map(({ submissionKey }) => submissionKey));
  }

  /** @returns whether it was new. */
  async take(tx: EntityManager, item: CheckedItem, source: string, actor: StaffActor): Promise<boolean> {
    const { record, names } = item;
    const submissionKey = itemKey(source, record);
    if ((await this.known(tx, [submissionKey])).size > 0) return false;
    await this.submissions.submit(
      {
        ...{ kind: record.kind as Kind, subject: record.subject as Subject },
        ...{ title: record.title, content: record.content, place: record.place || null },
        ...{ procedureId: names.procedureId, fieldId: names.fieldId, intakeAgencyId: names.agency.id },
        ...{ channel: record.channel as Channel, receivedDay: record.receivedDay, submissionKey },
        ...{ concernedName: record.concernedName || null, aboutHead: record.aboutHead === 'TRUE' },
        urgency: (record.urgency || 'NORMAL') as Urgency,
        externalNumber: oldNumber(record) || null,
        submitter: inOneSpelling({
          type: record.submitterType as SubmitterType,
          name: record.submitterName,
          address: record.submitterAddress,
          phone: record.submitterPhone,
          email: record.submitterEmail || null,
        }),
      },
      actor,
    );
    return true;
  }
}
