import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Grant } from '../accounts/grant.entity.js';
import { Agency } from '../directory/agency.entity.js';
import { SYSTEM } from '../feedback/actor.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import type { JournalEntry } from '../feedback/journal-entry.entity.js';
import { type JournalListener, OnJournalEntry } from '../feedback/on-journal-entry.js';
import { PENDING } from '../feedback/state.js';
import { Translator } from '../platform/i18n/translator.js';
import { SuperiorAgency } from './superior-agency.service.js';

/**
 * Conduct of a head is handled above: whenever an item on the books stands where the person complained about
 * approves, it goes to the agency above that person, in the same unit of work. Where nobody stands above it stays,
 * and those who supervise see who it concerns.
 */
@Injectable()
@OnJournalEntry({ order: 900 })
export class SendToSuperior implements JournalListener {
  constructor(
    private readonly superior: SuperiorAgency,
    private readonly translator: Translator,
    private readonly feedback: FeedbackService,
  ) {}

  async onJournalEntry(_entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    const { concernsStaffId, registerNumber, state } = item;
    if (concernsStaffId === null || registerNumber === null || !PENDING.includes(state)) return;
    const heads = await headedAgency(tx, concernsStaffId, item.handlingAgencyId);
    if (heads === null) return;
    const above = await this.superior.of(heads);
    // The books may stand there already; and nobody is sent to oneself.
    if (!above || above.id === item.handlingAgencyId) return;
    if ((await headedAgency(tx, concernsStaffId, above.id)) !== null) return;
    const target = { id: item.id, expectedVersion: item.version };
    const input = { agencyId: above.id, reason: this.translator.t('routing.toSuperiorReason') };
    await this.feedback.transition(target, 'toSuperior', input, SYSTEM);
  }
}

/** @returns the highest agency at or above this one where the person approves; null where none. */
async function headedAgency(tx: EntityManager, staffId: number, agencyId: number): Promise<number | null> {
  const at = await tx.findOneBy(Agency, { id: agencyId });
  const grants = await tx.findBy(Grant, { staffId, role: 'APPROVER' });
  const headed = await tx.findBy(Agency, { id: In(grants.map((grant) => grant.agencyId)) });
  const above = headed.filter(({ path }) => at?.path.startsWith(path));
  return above.sort((a, b) => a.path.length - b.path.length)[0]?.id ?? null;
}
