import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, type Repository } from 'typeorm';
import { CalendarService } from '../../calendar/calendar.service.js';
import { Coordination } from '../../feedback/coordination.entity.js';
import { Feedback } from '../../feedback/feedback.entity.js';
import { Colleagues } from '../../handling/colleagues.query.js';
import { OwedPublications } from '../../publication/owed-publications.query.js';
import type { DeskContext } from './queue-condition.js';
import { queueRow, type QueueRow } from './queue-row.view.js';

/** What stands beside the items of one page: whose they are, who was asked to co-ordinate, which have parts. */
@Injectable()
export class QueueRows {
  constructor(
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
    @InjectRepository(Coordination) private readonly coordinations: Repository<Coordination>,
    private readonly colleagues: Colleagues,
    private readonly calendar: CalendarService,
    private readonly publications: OwedPublications,
  ) {}

  async of(items: readonly Feedback[], desk: DeskContext): Promise<QueueRow[]> {
    const ids = items.map(({ id }) => id);
    const assignees = items.flatMap(({ assigneeId }) => assigneeId ?? []);
    const [asked, whole, names, calendar, published] = await Promise.all([
      this.coordinations.findBy({ feedbackId: In(ids), answeredAt: IsNull() }),
      this.withParts(ids),
      this.colleagues.names(assignees),
      this.calendar.current(),
      this.publications.of(items),
    ]);
    return items.map((item) =>
      queueRow(item, {
        desk,
        calendar,
        asked: asked.filter(({ feedbackId }) => feedbackId === item.id),
        publication: published.get(item.id) ?? null,
        hasParts: whole.has(item.id),
        assignee: item.assigneeId === null ? null : (names.get(item.assigneeId) ?? null),
      }),
    );
  }

  private async withParts(ids: readonly number[]): Promise<ReadonlySet<number>> {
    const parts = await this.items.find({
      select: { id: true, splitFromId: true },
      where: { splitFromId: In([...ids]) },
    });
    return new Set(parts.flatMap(({ splitFromId }) => splitFromId ?? []));
  }
}
