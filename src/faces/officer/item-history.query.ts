import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, MoreThan, type Repository } from 'typeorm';
import { Staff } from '../../accounts/staff.entity.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import { FeedbackText } from '../../feedback/feedback-text.entity.js';
import { JournalEntry } from '../../feedback/journal-entry.entity.js';

/** One entry of the journal with what it refers to. */
export interface HistoryRow {
  readonly entry: JournalEntry;
  readonly text: string | null;
  /** On whose books the item was afterwards. */
  readonly agency: string;
  /** Null for citizen and system. */
  readonly actor: { readonly name: string; readonly position: string; readonly agency: string } | null;
  /** Names of what its details refer to: the agency that was asked or proposed, the person who is to work on it. */
  readonly named: { readonly agency: string; readonly person: string; readonly proposed: string };
}

/** What happened to an item, as officers read it: every entry, with persons and reasons. */
@Injectable()
export class ItemHistory {
  constructor(
    @InjectRepository(JournalEntry) private readonly entries: Repository<JournalEntry>,
    @InjectRepository(FeedbackText) private readonly texts: Repository<FeedbackText>,
    @InjectRepository(Staff) private readonly staff: Repository<Staff>,
    private readonly agencies: AgencyDirectory,
  ) {}

  /**
   * @param after only entries later than this one.
   * @returns newest first.
   */
  async of(feedbackId: number, after = 0): Promise<HistoryRow[]> {
    const entries = await this.entries.find({
      where: { feedbackId, seq: MoreThan(after) },
      order: { seq: 'DESC' },
    });
    const texts = await this.texts.findBy({ id: In(present(entries.map(({ textId }) => textId))) });
    const known = entries.flatMap(({ actorId, details }) => [actorId, numberIn(details, 'assigneeId')]);
    const people = await this.staff.findBy({ id: In(present(known)) });
    const agencies = await this.agencies.all();
    const nameOf = (id: number | null): string => (id === null ? '' : (agencies.get(id)?.shortName ?? ''));
    return entries.map((entry) => {
      const person = people.find(({ id }) => id === entry.actorId);
      return {
        entry,
        text: texts.find(({ id }) => id === entry.textId)?.body ?? null,
        agency: nameOf(entry.agencyId),
        actor: person
          ? { name: person.name, position: person.position, agency: nameOf(entry.actorAgencyId) }
          : null,
        named: {
          agency: nameOf(numberIn(entry.details, 'agencyId')),
          proposed: nameOf(numberIn(entry.details, 'proposedAgencyId')),
          person: people.find(({ id }) => id === numberIn(entry.details, 'assigneeId'))?.name ?? '',
        },
      };
    });
  }
}

function numberIn(details: JournalEntry['details'], name: string): number | null {
  const value = details?.[name];
  return typeof value === 'number' ? value : null;
}

function present(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids)].filter((id) => id !== null);
}
