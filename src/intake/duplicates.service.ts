import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../accounts/staff-actor.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import { sameContact } from './contact.js';
import { type Compared, DuplicateCandidates } from './duplicate-candidates.query.js';
import { NEAR, shingles, similarity } from './near-text.js';

/** An item that may be about the same matter, and why. */
export interface PossibleDuplicate {
  readonly item: Feedback;
  readonly sameContact: boolean;
  readonly sameProcedure: boolean;
  /** 0 to 1, as `similarity`. */
  readonly nearness: number;
}

/** More than these nobody compares. */
const SHOWN = 5;
/** Enough of a text to know it again; comparing is the process's own time. */
const READ = 3_000;

/** Proposes what may be told twice: never merges, a person does. */
@Injectable()
export class Duplicates {
  constructor(private readonly candidates: DuplicateCandidates) {}

  /** @returns the nearest first, those of the same person before the others; only what this person may see. */
  async of(compared: Compared, actor: StaffActor): Promise<PossibleDuplicate[]> {
    const found = [
      ...(await this.candidates.byContact(compared, actor)),
      ...(await this.candidates.byProcedure(compared, actor)),
    ];
    const items = [...new Map(found.map((item) => [item.id, item])).values()];
    return items
      .map((item) => judged(compared, item))
      .filter(({ nearness }) => nearness >= NEAR)
      .sort((a, b) => Number(b.sameContact) - Number(a.sameContact) || b.nearness - a.nearness)
      .slice(0, SHOWN);
  }
}

function judged(compared: Compared, item: Feedback): PossibleDuplicate {
  // What all quote who write about a procedure says nothing about their matter.
  const known = shingles(item.procedure?.name ?? '');
  const words = ({ title, content }: Pick<Feedback, 'title' | 'content'>): ReadonlySet<string> =>
    shingles(`${title} ${content}`.slice(0, READ), known);
  return {
    item,
    sameContact: sameContact(compared, item.submitter),
    sameProcedure: compared.procedureId !== null && compared.procedureId === item.procedureId,
    nearness: similarity(words(compared), words(item)),
  };
}
