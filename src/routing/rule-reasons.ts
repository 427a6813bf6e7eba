import type { Agency } from '../directory/agency.entity.js';
import type { Message } from '../platform/kernel/errors.js';
import type { Conditions, Held } from './routing-rules.js';

/** Names for the ids in a rule. */
export interface RuleNames {
  procedure(id: number): string;
  field(id: number): string;
}

/** @returns why a rule matched, a message a condition; last, that another agency has taken over. */
export function reasonsOf(
  rule: Conditions,
  held: readonly Held[],
  names: RuleNames,
  abolished: Readonly<Agency> | null = null,
): Message[] {
  const reasons = held.map((one) => reasonOf(rule, one, names));
  return abolished === null
    ? reasons
    : [...reasons, { key: 'routing.why.successor', params: { agency: abolished.name } }];
}

function reasonOf(rule: Conditions, { condition, typed }: Held, names: RuleNames): Message {
  switch (condition) {
    case 'procedure':
      return { key: 'routing.why.procedure', params: { procedure: names.procedure(rule.procedureId ?? 0) } };
    case 'field':
      return { key: 'routing.why.field', params: { field: names.field(rule.fieldId ?? 0) } };
    case 'subject':
      return { key: 'routing.why.subject', params: { label: `feedback.subject.${rule.subject ?? ''}` } };
    case 'place':
      return { key: 'routing.why.place', params: { words: typed } };
    case 'words':
      return { key: 'routing.why.words', params: { words: typed } };
    case 'everythingElse':
      return { key: 'routing.why.everythingElse' };
  }
}
