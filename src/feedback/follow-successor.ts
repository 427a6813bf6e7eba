import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In, LessThanOrEqual } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { SYSTEM } from './actor.js';
import { Feedback } from './feedback.entity.js';
import { FeedbackService } from './feedback.service.js';
import type { JournalEntry } from './journal-entry.entity.js';
import { livingSuccessor } from './living-successor.js';
import { type JournalListener, OnJournalEntry } from './on-journal-entry.js';
import { OPEN } from './state.js';

/**
 * Nothing open stays with an agency that is no more: what is reopened enters the books of the agency that gave the
 * answer, and goes on to its successor in the same unit of work (so does what a reform has not reached yet).
 */
@Injectable()
@OnJournalEntry({ order: 950 })
export class FollowSuccessor implements JournalListener {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly clock: Clock,
  ) {}

  async onJournalEntry(_entry: JournalEntry, item: Feedback, tx: EntityManager): Promise<void> {
    if (!OPEN.includes(item.state)) return;
    const today = dayOf(this.clock.now());
    const ids = [item.handlingAgencyId, item.intakeAgencyId];
    const [gone] = await tx.findBy(Agency, { id: In(ids), validTo: LessThanOrEqual(today) });
    const successor = gone && (await livingSuccessor(tx, gone.id, today));
    if (!gone || !successor) return;
    // A listener before this one may have moved it on: then that step's own entry was told here already.
    const isLatest = await tx.existsBy(Feedback, { id: item.id, version: item.version });
    if (!isLatest) return;
    const target = { id: item.id, expectedVersion: item.version };
    const input = { agencyId: successor.id, predecessorId: gone.id };
    await this.feedback.transition(target, 'succeed', input, SYSTEM);
  }
}
