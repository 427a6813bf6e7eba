import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import { findKeys, type WordCondition } from '../platform/database/find-keys.js';
import { PUBLISHED_WORDS } from '../platform/database/word-index.js';
import { type PublishedQuestion, spanOf, stepsOf } from './published-question.js';

/** Where an entry stands in the answer to a question: in which step of it, and at which place of the order. */
export interface Place {
  readonly step: number;
  readonly seq: number;
}

interface Plan {
  readonly steps: readonly WordCondition[];
  readonly from: number;
  readonly to: number;
}

/** Finds the places of published entries that fit a question, from any place on in both directions: never by counting rows. */
@Injectable()
export class PublishedKeys {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly agencies: AgencyDirectory,
  ) {}

  /** @returns up to `most` places behind that one, the best and newest first; from the top where it is null. */
  async after(question: PublishedQuestion, place: Place | null, most: number): Promise<Place[]> {
    const { steps, from, to } = await this.plan(question);
    const found: Place[] = [];
    for (let step = place?.step ?? 0; step < steps.length && found.length < most; step++) {
      const end = step === place?.step ? Math.min(place.seq, to) : to;
      const range = { from, to: end, limit: most - found.length, order: 'DESC' as const };
      found.push(...(await this.keys(steps[step], range)).map((seq) => ({ step, seq })));
    }
    return found;
  }

  /** @returns up to `most` places before that one, in the order of the list. */
  async before(question: PublishedQuestion, place: Place, most: number): Promise<Place[]> {
    const { steps, from, to } = await this.plan(question);
    const found: Place[] = [];
    for (let step = Math.min(place.step, steps.length - 1); step >= 0 && found.length < most; step--) {
      const start = step === place.step ? Math.max(place.seq + 1, from) : from;
      const range = { from: start, to, limit: most - found.length, order: 'ASC' as const };
      found.push(...(await this.keys(steps[step], range)).map((seq) => ({ step, seq })));
    }
    return found.reverse();
  }

  private keys(
    condition: WordCondition | undefined,
    range: Parameters<typeof findKeys>[3],
  ): Promise<number[]> {
    if (!condition || condition.some.some((group) => group.length === 0)) return Promise.resolve([]);
    return findKeys(this.source, PUBLISHED_WORDS, condition, range);
  }

  private async plan(question: PublishedQuestion): Promise<Plan> {
    return { steps: stepsOf(question, await this.agencyIds(question.below)), ...spanOf(question) };
  }

  /** Agencies as they stand today, those that are no more among them. The root narrows nothing. */
  private async agencyIds(below: string | null | undefined): Promise<number[] | null> {
    if (!below) return null;
    const all = [...(await this.agencies.all()).values()];
    const inside = all.filter(({ path }) => path.startsWith(below));
    return inside.length === all.length ? null : inside.map(({ id }) => id);
  }
}
