import type { Agency } from '../directory/agency.entity.js';
import type { AgencyTree } from '../directory/agency-tree.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';

/** Where a rule leads today. */
export interface RuleTarget {
  /** Null where the agency was abolished and nobody took over: the rule is skipped. */
  readonly agency: Readonly<Agency> | null;
  /** The agency that the rule names, where another has taken over or nobody has. */
  readonly abolished: Readonly<Agency> | null;
}

/** @param agencyId the agency that a rule names. */
export function ruleTarget(
  agencyId: number,
  all: ReadonlyMap<number, Readonly<Agency>>,
  tree: AgencyTree,
  today: CivilDay,
): RuleTarget {
  const named = all.get(agencyId) ?? null;
  if (tree.isAlive(agencyId, today)) return { agency: named, abolished: null };
  const successor = tree.successorOf(agencyId);
  return { agency: tree.isAlive(successor, today) ? (all.get(successor) ?? null) : null, abolished: named };
}
