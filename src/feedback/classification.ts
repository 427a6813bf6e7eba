/** Phản ánh: an opinion on a problem; kiến nghị: with a proposed solution (Đ.3 NĐ 20/2008/NĐ-CP). */
export const KINDS = ['REMARK', 'PROPOSAL'] as const;
export type Kind = (typeof KINDS)[number];

/** Hành vi hành chính, quy định hành chính, or both. */
export const SUBJECTS = ['ADMIN_ACT', 'ADMIN_REGULATION', 'BOTH'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const SUBMITTER_TYPES = ['INDIVIDUAL', 'ORGANISATION', 'ENTERPRISE'] as const;
export type SubmitterType = (typeof SUBMITTER_TYPES)[number];

/** How it came: forms of Đ.6 NĐ 20/2008/NĐ-CP and the channels authorities publish. */
export const CHANNELS = [
  'WEB',
  'NATIONAL_PORTAL',
  'PHONE',
  'DOCUMENT',
  'POST',
  'COUNTER',
  'EMAIL',
  'ZALO',
  'SURVEY',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** How quickly it has to be answered: by the ordinary term, or by the short ones for danger and for what is settled on the spot. */
export const URGENCIES = ['NORMAL', 'URGENT', 'ON_SITE'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Why an item is not taken in: the first four by law (Đ.7 NĐ 20/2008/NĐ-CP), the others by practice. */
export const REFUSAL_REASONS = [
  'MISSING_IDENTITY',
  'NOT_VIETNAMESE',
  'UNCLEAR',
  'WRONG_CHANNEL',
  'ALREADY_GUIDED',
  'ANSWERED_NO_NEW_FACTS',
  'ABUSE_OR_SPAM',
  'OUT_OF_SCOPE',
] as const;

export const REDIRECTIONS = ['COMPLAINT', 'DENUNCIATION'] as const;

/** Results of handling: of a regulation by Đ.15 NĐ 20/2008/NĐ-CP, of an act by practice. */
export const REGULATION_OUTCOMES = [
  'AMENDED',
  'REPEALED',
  'NEW_ISSUED',
  'PROPOSED_TO_AUTHORITY',
  'EXPLAINED_KEEP',
  'INSUFFICIENT_GROUNDS',
] as const;
export const ACT_OUTCOMES = [
  'CONFIRMED_CORRECTED',
  'CONFIRMED_DISCIPLINE',
  'NOT_CONFIRMED',
  'EXPLAINED',
] as const;

/** @returns the outcomes that fit the subject; both lists where it concerns both. */
export function outcomesOf(subject: Subject): readonly string[] {
  if (subject === 'ADMIN_ACT') return ACT_OUTCOMES;
  if (subject === 'ADMIN_REGULATION') return REGULATION_OUTCOMES;
  return [...REGULATION_OUTCOMES, ...ACT_OUTCOMES];
}

/** The six criteria by which a regulation is assessed (Đ.14 khoản 2 điểm c NĐ 20/2008/NĐ-CP). */
export const CRITERIA = [
  'NECESSITY',
  'REASONABLE_LEGAL',
  'SIMPLE_CLEAR',
  'FEASIBLE',
  'CONSISTENT',
  'TREATIES',
] as const;
export type Criterion = (typeof CRITERIA)[number];
/** Each criterion met, not met, or not concerned. */
export const CRITERION_VERDICTS = ['MET', 'NOT_MET', 'NOT_CONCERNED'] as const;
export type Assessment = Readonly<Record<Criterion, (typeof CRITERION_VERDICTS)[number]>>;
