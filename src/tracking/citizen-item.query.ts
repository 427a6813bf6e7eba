import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, In, IsNull, Not, Repository } from 'typeorm';
import { Staff } from '../accounts/staff.entity.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Agency } from '../directory/agency.entity.js';
import type { Attachment } from '../feedback/attachment.entity.js';
import { refusalOf } from '../feedback/conditions.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackText } from '../feedback/feedback-text.entity.js';
import { JournalEntry } from '../feedback/journal-entry.entity.js';
import { lastDayTold, lastDayToSupplement } from '../feedback/last-day-to-supplement.js';
import type { Action } from '../feedback/transition.js';
import { allowedTransitions } from '../feedback/policy.js';
import { isPublic } from '../feedback/public-step.js';
import { Reply } from '../feedback/reply.entity.js';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { CitizenFiles } from './citizen-files.query.js';
import { dayTold, isSpoken, isTransfer } from './public-entry.js';

/** A step as the citizen may know it: agency and position, never a name. */
export interface PublicEntry {
  readonly seq: number;
  readonly instant: number;
  readonly action: JournalEntry['action'];
  readonly actorKind: JournalEntry['actorKind'];
  readonly reasonCode: string | null;
  readonly agency: string | null;
  readonly position: string | null;
  readonly words: string | null;
  /** The agency to whose books the step moved it. */
  readonly transferredTo: string | null;
  /** The day by which an answer is promised since this step. */
  readonly dayTold: CivilDay | null;
}

/** A part that was split off, or the whole: an item of the same submitter. */
export interface LinkedItem {
  readonly code: string;
  readonly title: string;
  readonly state: Feedback['state'];
}

export interface PublicReply {
  readonly reply: Reply;
  readonly answeredAt: number;
  readonly agency: string;
  /** On whose books the item was when it was answered. */
  readonly agencyId: number;
}

/** Everything that the holder of code and PIN may see, and nothing else (domain §3.6). */
export interface CitizenItem {
  readonly item: Feedback;
  /** Whose state, promise and answer count: the item itself, or the one it was merged into. */
  readonly leading: Feedback;
  readonly today: string;
  /** Newest first. */
  readonly timeline: readonly PublicEntry[];
  /** Approved answers of the leading item, newest first; the first one stands unless it was reopened. */
  readonly replies: readonly PublicReply[];
  readonly actions: readonly Action[];
  /** The last day on which what the agency asked for counts; null while nothing is asked. */
  readonly supplementBy: CivilDay | null;
  /** The citizen's own, and those of the answers (`replyId`). */
  readonly files: readonly Attachment[];
  readonly parts: readonly LinkedItem[];
  /** What it was split from. */
  readonly whole: LinkedItem | null;
}

@Injectable()
export class CitizenItemQuery {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly files: CitizenFiles,
    @InjectRepository(Feedback) private readonly items: Repository<Feedback>,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** @param code of an item that code and PIN, or the receipt just made, have opened. @returns null when there is none. */
  async byCode(code: string): Promise<CitizenItem | null> {
    const item = await this.items.findOne({ where: { code }, relations: RELATIONS });
    if (!item) return null;
    const leading = await this.leadingOf(item);
    const today = dayOf(this.clock.now());
    const [timeline, replies] = [await this.timelineOf(item), await this.repliesOf(leading)];
    const supplementBy = await this.supplementBy(item);
    const files = await this.files.visible(
      item.id,
      replies.map(({ reply }) => reply.id),
    );
    const actions = actionsOf(item, today);
    const linked = { parts: await this.partsOf(item), whole: await this.wholeOf(item) };
    return { item, leading, today, timeline, replies, actions, supplementBy, files, ...linked };
  }

  private partsOf({ id }: Feedback): Promise<Feedback[]> {
    return this.items.find({ where: { splitFromId: id }, order: { id: 'ASC' } });
  }

  private async wholeOf({ splitFromId }: Feedback): Promise<Feedback | null> {
    return splitFromId === null ? null : this.items.findOneBy({ id: splitFromId });
  }

  /** Merged items form chains without circles: a master is pending or answered, hence not merged when it becomes one. */
  private async leadingOf(item: Feedback): Promise<Feedback> {
    if (item.mergedIntoId === null) return item;
    const master = await this.items.findOneOrFail({ where: { id: item.mergedIntoId }, relations: RELATIONS });
    return this.leadingOf(master);
  }

  private async supplementBy({ id, state }: Feedback): Promise<CivilDay | null> {
    if (state !== 'NEEDS_INFO') return null;
    const request = await this.reader
      .getRepository(JournalEntry)
      .findOneOrFail({ where: { feedbackId: id, action: 'requestInfo' }, order: { seq: 'DESC' } });
    return lastDayTold(request) ?? lastDayToSupplement(await this.calendar.current(), request.effectiveAt);
  }

  private async timelineOf({ id }: Feedback): Promise<PublicEntry[]> {
    const entries = await this.reader
      .getRepository(JournalEntry)
      .find({ where: { feedbackId: id }, order: { seq: 'DESC' } });
    const shown = entries.filter(isPublic);
    const agencies = await this.named(
      Agency,
      shown.flatMap((entry) => [entry.actorAgencyId, entry.agencyId]),
      (agency) => agency.name,
    );
    const positions = await this.named(
      Staff,
      shown.map((entry) => entry.actorId),
      (staff) => staff.position,
    );
    const words = await this.named(
      FeedbackText,
      shown.filter(isSpoken).map((entry) => entry.textId),
      (text) => text.body,
    );
    return shown.map((entry) => ({
      seq: entry.seq,
      instant: entry.recordedAt,
      action: entry.action,
      actorKind: entry.actorKind,
      reasonCode: entry.reasonCode,
      agency: agencies.get(entry.actorAgencyId) ?? null,
      position: positions.get(entry.actorId) ?? null,
      words: words.get(entry.textId) ?? null,
      transferredTo: isTransfer(entry) ? (agencies.get(entry.agencyId) ?? null) : null,
      dayTold: dayTold(entry),
    }));
  }

  private async repliesOf({ id }: Feedback): Promise<PublicReply[]> {
    const answers = await this.reader.getRepository(JournalEntry).find({
      where: { feedbackId: id, action: 'approve', replyId: Not(IsNull()) },
      order: { seq: 'DESC' },
    });
    const replies = await this.named(
      Reply,
      answers.map((entry) => entry.replyId),
      (reply) => reply,
    );
    const agencies = await this.named(
      Agency,
      answers.map((entry) => entry.agencyId),
      (agency) => agency.name,
    );
    return answers.flatMap(({ replyId, recordedAt, agencyId }) => {
      const reply = replies.get(replyId);
      const agency = agencies.get(agencyId) ?? '';
      return reply ? [{ reply, answeredAt: recordedAt, agency, agencyId }] : [];
    });
  }

  private async named<E extends { id: number }, V>(
    Entity: new () => E,
    ids: readonly (number | null)[],
    pick: (row: E) => V,
  ): Promise<Map<number | null, V>> {
    const known = [...new Set(ids)].filter((id) => id !== null);
    if (known.length === 0) return new Map();
    const rows = await this.reader.getRepository<{ id: number }>(Entity).findBy({ id: In(known) });
    return new Map((rows as E[]).map((row) => [row.id, pick(row)]));
  }
}

const RELATIONS = { intakeAgency: true, handlingAgency: true, procedure: true, field: true } as const;

/** What this citizen may do at this moment: the lifecycle's rows whose conditions hold. */
function actionsOf(item: Feedback, today: string): Action[] {
  const actor = { kind: 'citizen', feedbackId: item.id } as const;
  return allowedTransitions(actor, item)
    .filter((row) => refusalOf(row, { item, actor, today, drafterId: null }) === null)
    .map((row) => row.action);
}
