import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, In } from 'typeorm';
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
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async onJournalEntry(_entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    if (item.registerNumber === null || !PENDING.includes(item.state)) return;
    const { headed, above } = await this.wayUp(tx, item);
    if (headed === null || above === null) return;
    const target = { id: item.id, expectedVersion: item.version };
    const input = { agencyId: above, reason: this.translator.t('routing.toSuperiorReason') };
    await this.feedback.transition(target, 'toSuperior', input, SYSTEM);
  }

  /** @returns whether the person complained about approves where the item is, and nobody stands above. */
  async isStuck(item: Feedback): Promise<boolean> {
    const { headed, above } = await this.wayUp(this.source.manager, item);
    return headed !== null && above === null;
  }

  /** The agency that the person heads at or above the item's, and the one above that; null where there is none. */
  private async wayUp(
    manager: EntityManager,
    { concernsStaffId, handlingAgencyId }: Feedback,
  ): Promise<{ headed: number | null; above: number | null }> {
    if (concernsStaffId === null) return { headed: null, above: null };
    const headed = await headedAgency(manager, concernsStaffId, handlingAgencyId);
    const above = headed === null ? null : await this.superior.of(headed);
    // Nobody is sent to oneself.
    const isFree =
      above !== null &&
      above.id !== handlingAgencyId &&
      (await headedAgency(manager, concernsStaffId, above.id)) === null;
    return { headed, above: isFree ? above.id : null };
  }
}

/** @returns the highest agency at or above this one where the person approves; null where none. */
async function headedAgency(
  manager: EntityManager,
  staffId: number,
  agencyId: number,
): Promise<number | null> {
  const at = await manager.findOneBy(Agency, { id: agencyId });
  const grants = await manager.findBy(Grant, { staffId, role: 'APPROVER' });
  const headed = await manager.findBy(Agency, { id: In(grants.map((grant) => grant.agencyId)) });
  const above = headed.filter(({ path }) => at?.path.startsWith(path));
  return above.sort((a, b) => a.path.length - b.path.length)[0]?.id ?? null;
}
