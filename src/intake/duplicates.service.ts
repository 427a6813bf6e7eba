import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../accounts/staff-actor.js';
import { sameContact } from './contact.js';
import { type Candidate, type Compared, DuplicateCandidates } from './duplicate-candidates.query.js';
import { NEAR, shingles, similarity } from './near-text.js';

/** An item that may be about the same matter, and why. */
export interface PossibleDuplicate {
  readonly item: Candidate;
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
    const judge = judgeOf(compared);
    return items
      .map(judge)
      .filter(({ nearness }) => nearness >= NEAR)
      .sort((a, b) => Number(b.sameContact) - Number(a.sameContact) || b.nearness - a.nearness)
      .slice(0, SHOWN);
  }
}

/** @returns how near an item is to what is compared. */
function judgeOf(compared: Compared): (item: Candidate) => PossibleDuplicate {
  const words = ({ title, content }: Pick<Candidate, 'title' | 'content'>, known: ReadonlySet<string>) =>
    shingles(`${title} ${content}`.slice(0, READ), known);
  // What all quote who write about a procedure says nothing about their matter: once a procedure, not once an item.
  const own = new Map<number | null, { known: ReadonlySet<string>; said: ReadonlySet<string> }>();
  return (item) => {
    const { procedureId, procedure } = item;
    const known = own.get(procedureId)?.known ?? shingles(procedure?.name ?? '');
    const said = own.get(procedureId)?.said ?? words(compared, known);
    own.set(procedureId, { known, said });
    return {
      item,
      sameContact: sameContact(compared, item.submitter),
      sameProcedure: compared.procedureId !== null && compared.procedureId === procedureId,
      nearness: similarity(said, words(item, known)),
    };
  };
}
