import { CRITERIA } from '../../feedback/classification.js';
import type { Reply } from '../../feedback/reply.entity.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import type { Fact } from './contact.view.js';
import type { Say } from './say.js';

/** A reply as officers read it: a draft, or the answer that stands. */
export interface ReplyView {
  readonly heading: string;
  readonly body: string;
  readonly facts: readonly Fact[];
}

/** @param standing whether it is the citizen's answer already. */
export function replyView(reply: Reply, standing: boolean, say: Say): ReplyView {
  const { criteria } = reply;
  const verdicts = criteria
    ? CRITERIA.map((criterion) => ({
        label: `feedback.criterion.${criterion}`,
        value: say({ key: `feedback.verdict.${criteria[criterion]}` }),
      }))
    : [];
  const facts = [
    { label: 'officer.reply.outcome', value: say({ key: `feedback.outcome.${reply.outcome}` }) },
    { label: 'officer.reply.number', value: reply.number ?? '' },
    { label: 'officer.reply.day', value: reply.day === null ? '' : formatDay(reply.day) },
    { label: 'officer.reply.signatory', value: reply.signatory ?? '' },
    ...verdicts,
  ];
  return {
    heading: standing ? 'officer.reply.standing' : 'officer.reply.draft',
    body: reply.body,
    facts: facts.filter(({ value }) => value !== ''),
  };
}
