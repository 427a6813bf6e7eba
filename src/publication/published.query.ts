import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository, type SelectQueryBuilder } from 'typeorm';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { type PublishedAnswer, publishedAnswer } from './published-answer.js';
import { PublishedEntry } from './published-entry.entity.js';
import { type Place, PublishedKeys } from './published-keys.query.js';
import type { PublishedQuestion } from './published-question.js';

/** From where a page goes on, as its address says it (`0-1795240800000000`): behind one place, or before one. */
export interface PublishedEdge {
  readonly after?: string;
  readonly before?: string;
}

export interface PublishedPage {
  readonly rows: readonly PublishedAnswer[];
  /** Edges of the neighbouring pages; null where there is none. */
  readonly next: string | null;
  readonly previous: string | null;
}

/** Nobody reads further, and to count on would cost as much as there is. */
export const MOST_COUNTED = 1_000;
const PLACE = /^([01])-(\d{1,16})$/;

/** Reads what everybody may read, and nothing else. */
@Injectable()
export class PublishedQuery {
  constructor(
    @InjectRepository(PublishedEntry) private readonly entries: Repository<PublishedEntry>,
    @InjectRepository(ProcedureField) private readonly allFields: Repository<ProcedureField>,
    private readonly keys: PublishedKeys,
  ) {}

  /** @returns how many fit, counted up to one beyond `MOST_COUNTED`. */
  async count(question: PublishedQuestion): Promise<number> {
    return (await this.keys.after(question, null, MOST_COUNTED + 1)).length;
  }

  /** What has the words with their marks comes first; newest first. An edge that is none begins at the top. */
  async page(question: PublishedQuestion, edge: PublishedEdge, limit: number): Promise<PublishedPage> {
    const before = placeOf(edge.before);
    if (before) {
      const found = await this.keys.before(question, before, limit + 1);
      // Less than a page before it: the first page is shown whole.
      if (found.length > limit) return this.pageOf(found.slice(1), true, true);
    }
    const after = before ? null : placeOf(edge.after);
    const found = await this.keys.after(question, after, limit + 1);
    return this.pageOf(found.slice(0, limit), after !== null, found.length > limit);
  }

  /** @returns null for a number that is not published (any more). */
  async one(number: number): Promise<PublishedAnswer | null> {
    const entry = await this.joined().where('entry.publicationId = :number', { number }).getOne();
    return entry && publishedAnswer(entry);
  }

  /** The fields in which something is published, for the filter; as Vietnamese sort. */
  async fields(): Promise<Pick<ProcedureField, 'id' | 'name'>[]> {
    const published = 'SELECT 1 FROM published_entry e WHERE e."fieldId" = field.id';
    const rows = await this.allFields
      .createQueryBuilder('field')
      .select(['field.id', 'field.name'])
      .where(`EXISTS (${published})`)
      .getMany();
    const byName = new Intl.Collator('vi');
    return rows.sort((a, b) => byName.compare(a.name, b.name));
  }

  private async pageOf(places: Place[], hasBefore: boolean, hasAfter: boolean): Promise<PublishedPage> {
    const seqs = places.map(({ seq }) => seq);
    const found =
      seqs.length === 0
        ? []
        : await this.joined()
            .where({ seq: In(seqs) })
            .getMany();
    const bySeq = new Map(found.map((entry) => [entry.seq, entry]));
    return {
      rows: seqs.flatMap((seq) => bySeq.get(seq) ?? []).map(publishedAnswer),
      previous: hasBefore ? edgeOf(places[0]) : null,
      next: hasAfter ? edgeOf(places.at(-1)) : null,
    };
  }

  private joined(): SelectQueryBuilder<PublishedEntry> {
    return this.entries
      .createQueryBuilder('entry')
      .innerJoin('entry.publication', 'publication')
      .innerJoin('publication.feedback', 'item')
      .innerJoin('entry.agency', 'agency')
      .leftJoin('entry.field', 'field')
      .leftJoin('entry.procedure', 'procedure')
      .select(['entry.seq', 'entry.subject', 'entry.kind', 'entry.outcome'])
      .addSelect(['entry.submittedAt', 'entry.publishedAt'])
      .addSelect(['publication.id', 'publication.title', 'publication.content', 'publication.reply'])
      .addSelect(['publication.dueDay', 'publication.publishedLate'])
      .addSelect(['item.id', 'item.answeredAt', 'item.dueDay'])
      .addSelect(['agency.id', 'agency.code', 'agency.name', 'field.id', 'field.code', 'field.name'])
      .addSelect(['procedure.id', 'procedure.code', 'procedure.name']);
  }
}

function edgeOf(place: Place | undefined): string | null {
  return place === undefined ? null : `${place.step}-${place.seq}`;
}

function placeOf(edge: string | undefined): Place | null {
  const [, step, seq] = PLACE.exec(edge ?? '') ?? [];
  return step === undefined || seq === undefined ? null : { step: Number(step), seq: Number(seq) };
}
