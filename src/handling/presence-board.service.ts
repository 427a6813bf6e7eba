import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThan, MoreThan, Not, type Repository } from 'typeorm';
import { Staff } from '../accounts/staff.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { Presence } from './presence.entity.js';

const SECOND = 1_000;
/** Who was not seen for this long has gone. */
const FRESH = 120 * SECOND;
/** A page that is opened again at once writes nothing. */
const WRITTEN_EVERY = 20 * SECOND;
const FORGOTTEN = 3_600 * SECOND;
/** How long a page waits for it behind other writing. */
const PATIENCE = SECOND;

export interface Present {
  readonly name: string;
  /** The step whose form is open; empty for the item's page. */
  readonly doing: string;
}

/** Who else has an item open. A courtesy: when it cannot be written, or not soon, pages go on without. */
@Injectable()
export class PresenceBoard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @InjectRepository(Presence) private readonly presences: Repository<Presence>,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
  ) {}

  /** Writes down that the person has the item open, and forgets who was here long ago. */
  async seen(feedbackId: number, staffId: number, doing: string): Promise<void> {
    const seenAt = this.clock.now();
    const known = await this.presences.findOneBy({ feedbackId, staffId });
    if (known?.doing === doing && seenAt - known.seenAt < WRITTEN_EVERY) return;
    const written = this.write({ feedbackId, staffId, doing, seenAt }).catch(() => undefined);
    await Promise.race([written, setTimeout(PATIENCE, undefined, { ref: false })]);
  }

  private write(presence: Omit<Presence, 'id'>): Promise<unknown> {
    return this.unitOfWork.run(async (tx) => {
      await tx.delete(Presence, { seenAt: LessThan(presence.seenAt - FORGOTTEN) });
      return tx.upsert(Presence, presence, ['feedbackId', 'staffId']);
    });
  }

  /** @returns everybody else who was here within the last two minutes, those with a form open first. */
  async others(feedbackId: number, staffId: number): Promise<Present[]> {
    const here = await this.presences.find({
      where: { feedbackId, staffId: Not(staffId), seenAt: MoreThan(this.clock.now() - FRESH) },
      order: { doing: 'DESC', staffId: 'ASC' },
      take: 10,
    });
    const people = await this.staff.findBy({ id: In(here.map((one) => one.staffId)) });
    return here.flatMap(({ staffId: id, doing }) => {
      const person = people.find((one) => one.id === id);
      return person ? [{ name: person.name, doing }] : [];
    });
  }
}
