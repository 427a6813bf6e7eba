import type { State } from '../feedback/state.js';
import { firstMatch, matchRule, prepareFacts, type Conditions, type RoutingFacts } from './routing-rules.js';

/** A past item, as far as the rules ask and an administrator may see: no words of it leave here. */
export interface PastItem extends RoutingFacts {
  readonly code: string;
  readonly state: State;
  /** On whose books it is now. */
  readonly agencyId: number;
}

/** A rule on trial, with where it leads today. */
export interface TriedRule extends Conditions {
  readonly id: number;
  readonly targetId: number;
}

export interface TrialExample {
  readonly code: string;
  readonly state: State;
  readonly agencyId: number;
}

export interface RuleTally {
  readonly ruleId: number;
  /** How many items the rule matches, asked alone. */
  readonly alone: number;
  /** Of these, how many no rule before it takes: where it would have decided. */
  readonly first: number;
  /** Of those, how many are with the agency that it proposes. */
  readonly same: number;
  /** Where the others are: agency → how many, most first. */
  readonly elsewhere: readonly (readonly [agencyId: number, count: number])[];
  /** Some of those that are elsewhere, newest first; filled up with others. */
  readonly examples: readonly TrialExample[];
}

export interface Trial {
  readonly looked: number;
  readonly unmatched: number;
  readonly rules: readonly RuleTally[];
}

const EXAMPLES = 10;

interface Counted {
  alone: number;
  first: number;
  same: number;
  readonly elsewhere: Map<number, number>;
  readonly other: TrialExample[];
  readonly right: TrialExample[];
}

/** Asks rules about past items, chunk by chunk, without changing anything. */
export class RuleTrial {
  private looked = 0;
  private unmatched = 0;
  private readonly counted: ReadonlyMap<number, Counted>;

  /** @param rules in their order, as if all of them were switched on. */
  constructor(private readonly rules: readonly TriedRule[]) {
    this.counted = new Map(
      rules.map(({ id }) => [
        id,
        { alone: 0, first: 0, same: 0, elsewhere: new Map<number, number>(), other: [], right: [] },
      ]),
    );
  }

  look(item: PastItem): void {
    this.looked++;
    const facts = prepareFacts(item);
    for (const rule of this.rules) {
      const tally = this.counted.get(rule.id);
      if (tally && matchRule(rule, facts)) tally.alone++;
    }
    const match = firstMatch(this.rules, facts);
    const tally = match && this.counted.get(match.rule.id);
    if (!tally) this.unmatched++;
    else count(tally, match.rule.targetId, item);
  }

  result(): Trial {
    const rules = [...this.counted].map(([ruleId, { alone, first, same, elsewhere, other, right }]) => ({
      ruleId,
      alone,
      first,
      same,
      elsewhere: [...elsewhere].sort(([, a], [, b]) => b - a),
      examples: [...other, ...right].slice(0, EXAMPLES),
    }));
    return { looked: this.looked, unmatched: this.unmatched, rules };
  }
}

function count(tally: Counted, targetId: number, { code, state, agencyId }: PastItem): void {
  tally.first++;
  const list = agencyId === targetId ? tally.right : tally.other;
  if (list.length < EXAMPLES) list.push({ code, state, agencyId });
  if (agencyId === targetId) tally.same++;
  else tally.elsewhere.set(agencyId, (tally.elsewhere.get(agencyId) ?? 0) + 1);
}
