import type { Subject } from '../feedback/classification.js';
import { type Syllable, syllablesOf } from './syllable.js';
import { coversLines, lineIn, sameLines, wordLines } from './word-lines.js';

/** What a rule asks; null and '' ask nothing. Alternatives of `place` and `words` stand on lines of their own. */
export interface Conditions {
  readonly procedureId: number | null;
  readonly fieldId: number | null;
  readonly subject: Subject | null;
  readonly place: string;
  readonly words: string;
  /** Takes whatever comes: the only rule that asks nothing. */
  readonly everythingElse: boolean;
}

/** What is known of an item when its way is looked for. */
export interface RoutingFacts {
  readonly procedureId: number | null;
  readonly fieldId: number | null;
  readonly subject: Subject;
  readonly place: string;
  /** Title and content. */
  readonly text: string;
}

/** The facts with their words read once, however many rules ask. */
export interface PreparedFacts extends Omit<RoutingFacts, 'place' | 'text'> {
  readonly place: readonly Syllable[];
  readonly text: readonly Syllable[];
}

export type ConditionName = 'procedure' | 'field' | 'subject' | 'place' | 'words' | 'everythingElse';

/** One condition that held; `typed` is the line of words that was found, empty for the others. */
export interface Held {
  readonly condition: ConditionName;
  readonly typed: string;
}

export function prepareFacts({ place, text, ...rest }: RoutingFacts): PreparedFacts {
  return { ...rest, place: syllablesOf(place), text: syllablesOf(text) };
}

/** @returns every condition of the rule that held, in the order of the form; null where one did not, or none is asked. */
export function matchRule(rule: Conditions, facts: PreparedFacts): readonly Held[] | null {
  if (rule.everythingElse) return [{ condition: 'everythingElse', typed: '' }];
  const held: (Held | null)[] = [
    ...same('procedure', rule.procedureId, facts.procedureId),
    ...same('field', rule.fieldId, facts.fieldId),
    ...same('subject', rule.subject, facts.subject),
    ...found('place', rule.place, facts.place),
    ...found('words', rule.words, facts.text),
  ];
  const all = held.filter((one) => one !== null);
  return all.length > 0 && all.length === held.length ? all : null;
}

function same(condition: ConditionName, asked: unknown, known: unknown): (Held | null)[] {
  if (asked === null) return [];
  return [asked === known ? { condition, typed: '' } : null];
}

function found(condition: ConditionName, asked: string, known: readonly Syllable[]): (Held | null)[] {
  const lines = wordLines(asked);
  if (lines.length === 0) return [];
  const line = lineIn(lines, known);
  return [line && { condition, typed: line.typed }];
}

export interface Match<R> {
  readonly rule: R;
  readonly held: readonly Held[];
}

/** @param rules in their order. @returns the first that matches, and why; null where none does. */
export function firstMatch<R extends Conditions>(rules: readonly R[], facts: PreparedFacts): Match<R> | null {
  for (const rule of rules) {
    const held = matchRule(rule, facts);
    if (held) return { rule, held };
  }
  return null;
}

/** @returns whether the rule asks anything, or says that it takes everything. */
export function asksSomething(rule: Conditions): boolean {
  return rule.everythingElse || hasCondition(rule);
}

/** @returns whether at least one condition is given. */
export function hasCondition({ procedureId, fieldId, subject, place, words }: Conditions): boolean {
  const lines = wordLines(place).length + wordLines(words).length;
  return procedureId !== null || fieldId !== null || subject !== null || lines > 0;
}

/**
 * Sound, not complete: where it says so, whatever the narrow rule matches the wide one matches too, so that behind
 * the wide one it is never reached.
 * @param fieldOf the field of a procedure; an item that names a procedure has its field.
 */
export function contains(
  wide: Conditions,
  narrow: Conditions,
  fieldOf: (procedureId: number) => number | null,
): boolean {
  if (wide.everythingElse) return true;
  if (narrow.everythingElse || !hasCondition(wide)) return false;
  const field = narrow.fieldId ?? (narrow.procedureId === null ? null : fieldOf(narrow.procedureId));
  return (
    (wide.procedureId === null || wide.procedureId === narrow.procedureId) &&
    (wide.fieldId === null || wide.fieldId === field) &&
    (wide.subject === null || wide.subject === narrow.subject) &&
    containsLines(wide.place, narrow.place) &&
    containsLines(wide.words, narrow.words)
  );
}

function containsLines(wide: string, narrow: string): boolean {
  const lines = wordLines(wide);
  if (lines.length === 0) return true;
  const below = wordLines(narrow);
  return below.length > 0 && coversLines(lines, below);
}

/** @returns whether two rules ask the same. */
export function sameConditions(one: Conditions, other: Conditions): boolean {
  if (one.everythingElse || other.everythingElse) return one.everythingElse === other.everythingElse;
  return (
    one.procedureId === other.procedureId &&
    one.fieldId === other.fieldId &&
    one.subject === other.subject &&
    sameLines(wordLines(one.place), wordLines(other.place)) &&
    sameLines(wordLines(one.words), wordLines(other.words))
  );
}
