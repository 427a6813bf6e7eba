import type { Message } from '../platform/kernel/errors.js';
import { asksSomething, type Conditions, contains, hasCondition, sameConditions } from './routing-rules.js';
import { wordLines } from './word-lines.js';

/** A rule as an administrator writes it. */
export interface RuleDraft extends Conditions {
  readonly name: string;
  /** Null where none was found for what was typed. */
  readonly agencyId: number | null;
  readonly note: string;
}

/** More alternatives make a rule that nobody can check. */
const MOST_LINES = 30;
/** The fields of the form; what concerns the conditions as a whole stands beside the first of them. */
export type RuleFaults = Readonly<
  Partial<Record<'procedureCode' | 'place' | 'words' | 'everythingElse' | 'agency' | 'fieldId', Message>>
>;
const fault = (name: string, params: Message['params'] = {}): Message => ({
  key: `routing.fault.${name}`,
  params,
});

/**
 * @param fieldOf the field of a procedure.
 * @returns what makes the rule useless by itself, beside the field at fault.
 */
export function faultsOf(draft: RuleDraft, fieldOf: (id: number) => number | null): RuleFaults {
  const faults: Record<string, Message> = {};
  if (draft.agencyId === null) faults.agency = fault('agency');
  for (const name of ['place', 'words'] as const) {
    const lines = wordLines(draft[name]).length;
    if (draft[name] !== '' && lines === 0) faults[name] = fault('noWord');
    if (lines > MOST_LINES) faults[name] = fault('tooManyLines', { max: MOST_LINES });
  }
  if (!asksSomething(draft)) faults.everythingElse = fault('asksNothing');
  if (draft.everythingElse && hasCondition(draft)) faults.everythingElse = fault('everythingAlone');
  const { procedureId, fieldId } = draft;
  if (procedureId !== null && fieldId !== null && fieldOf(procedureId) !== fieldId)
    faults.fieldId = fault('otherField');
  return faults;
}

/** A rule among the others. */
export interface KnownRule extends Conditions {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
}

/** @returns the rule that asks the same and is switched on: two of them contradict each other, or one is idle. */
export function duplicateOf<R extends KnownRule>(
  rule: Conditions & { id?: number },
  others: readonly R[],
): R | null {
  return others.find((one) => one.active && one.id !== rule.id && sameConditions(one, rule)) ?? null;
}

/**
 * @param rules in their order.
 * @returns for each rule that can never be reached, the switched-on rule before it that takes all of it.
 */
export function unreachable<R extends KnownRule>(
  rules: readonly R[],
  fieldOf: (id: number) => number | null,
): Map<number, R> {
  const found = new Map<number, R>();
  for (const [at, rule] of rules.entries()) {
    const before = rules.slice(0, at).find((one) => one.active && contains(one, rule, fieldOf));
    if (before) found.set(rule.id, before);
  }
  return found;
}
