import type { NewFeedback } from '../../../feedback/new-feedback.js';
import type { Assessment } from '../../../feedback/classification.js';
import type { ReplyDraft } from '../../../feedback/transition-input.js';
import type { CivilDay } from '../../../platform/kernel/civil-day.js';
import type { RandomSource } from '../../../platform/kernel/random.js';
import { DEMO, type Story } from './demo-seed.js';
import type { DemoGround } from './demo-ground.js';

const pick = <T>(random: RandomSource, from: readonly T[]): T => from[random.below(from.length)] as T;

export function storyFor(random: RandomSource, subject: Story['subject']): Story {
  return pick(
    random,
    DEMO.stories.filter((story) => story.subject === subject),
  );
}

/** A submission as a citizen of the invented province would send it. */
export function wordsOf(
  story: Story,
  agencyCode: string,
  key: string,
  ground: DemoGround,
  random: RandomSource,
): NewFeedback {
  const procedure = story.procedure === null ? undefined : ground.procedures.get(story.procedure);
  const enterprise = random.below(10) === 0;
  const name = enterprise ? pick(random, DEMO.enterprises) : pick(random, DEMO.people);
  return {
    kind: story.subject === 'ADMIN_ACT' ? 'REMARK' : 'PROPOSAL',
    subject: story.subject,
    title: story.title,
    content: story.content,
    procedureId: procedure?.id ?? null,
    fieldId: procedure?.fieldId ?? null,
    intakeAgencyId: ground.agencies.get(agencyCode)?.id ?? 0,
    channel: 'WEB',
    submissionKey: `demo-${key}`,
    submitter: {
      type: enterprise ? 'ENTERPRISE' : 'INDIVIDUAL',
      name,
      address: `${pick(random, DEMO.streets)}, tỉnh Hòa Giang`,
      phone: `09${String(10_000_000 + random.below(89_999_999))}`,
      email: null,
    },
  };
}

const ASSESSED: Assessment = {
  NECESSITY: 'MET',
  REASONABLE_LEGAL: 'MET',
  SIMPLE_CLEAR: 'NOT_MET',
  FEASIBLE: 'MET',
  CONSISTENT: 'MET',
  TREATIES: 'NOT_CONCERNED',
};

export function replyTo(story: Story, day: CivilDay, number: number): ReplyDraft {
  return {
    body: story.reply,
    outcome: story.outcome,
    criteria: story.subject === 'ADMIN_ACT' ? null : ASSESSED,
    number: `${number}/UBND-KSTT`,
    day,
    signatory: 'Lê Thị Hạnh, Chánh Văn phòng',
  };
}
