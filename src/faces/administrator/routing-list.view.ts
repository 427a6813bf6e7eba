import type { Message } from '../../platform/kernel/errors.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { RoutingRule } from '../../routing/routing-rule.entity.js';
import { unreachable } from '../../routing/rule-checks.js';
import type { ListedRule } from '../../routing/rule-list.query.js';
import type { RuleNames } from '../../routing/rule-reasons.js';
import { wordLines } from '../../routing/word-lines.js';

type Names = RuleNames & { fieldOf(id: number): number | null };

/** All rules in their order, what each asks, and what is wrong with its place. */
export function rulesPage(listed: readonly ListedRule[], names: Names): Page {
  const behind = unreachable(
    listed.map(({ rule }) => rule),
    (id) => names.fieldOf(id),
  );
  return page('administrator/routing-list', {
    title: 'routing.admin.title',
    rules: listed.map((one, at) => ({
      id: one.rule.id,
      name: one.rule.name,
      active: one.rule.active,
      note: one.rule.note,
      agency: (one.target.agency ?? one.target.abolished)?.name ?? '',
      asks: asked(one.rule, names),
      warnings: warnings(one, behind.get(one.rule.id)),
      first: at === 0,
      last: at === listed.length - 1,
      edit: paths.routingRule.to({ id: one.rule.id }),
      trial: paths.routingRuleTrial.to({ id: one.rule.id }),
    })),
  });
}

/** @returns the rule's conditions in words. */
export function asked(rule: RoutingRule, names: RuleNames): Message[] {
  const said: Message[] = [];
  const say = (name: string, params: Message['params'] = {}): void => {
    said.push({ key: `routing.admin.asks.${name}`, params });
  };
  const { procedureId, fieldId, subject, place, words } = rule;
  if (procedureId !== null) say('procedure', { procedure: names.procedure(procedureId) });
  if (fieldId !== null) say('field', { field: names.field(fieldId) });
  if (subject !== null) say('subject', { label: `feedback.subject.${subject}` });
  if (wordLines(place).length > 0) say('place', { words: alternatives(place) });
  if (wordLines(words).length > 0) say('words', { words: alternatives(words) });
  if (rule.everythingElse) say('everythingElse');
  return said;
}

function alternatives(lines: string): string {
  return wordLines(lines)
    .map(({ typed }) => typed)
    .join('; ');
}

function warnings({ target }: ListedRule, before: RoutingRule | undefined): Message[] {
  const said: Message[] = [];
  const { agency, abolished } = target;
  if (before) said.push({ key: 'routing.admin.warn.unreachable', params: { name: before.name } });
  if (abolished) {
    const key = agency ? 'routing.admin.warn.successor' : 'routing.admin.warn.skipped';
    said.push({ key, params: { agency: abolished.name } });
  }
  if (agency?.intakeOpen === false)
    said.push({ key: 'routing.admin.warn.closed', params: { agency: agency.name } });
  return said;
}
