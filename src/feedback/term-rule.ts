import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Channel, Subject, Urgency } from './classification.js';

/** For which reports a term is set; null names all of them. */
export interface TermScope {
  readonly subject: Subject | null;
  readonly urgency: Urgency | null;
  readonly channel: Channel | null;
  /** The agency with its whole subtree. */
  readonly agencyId: number | null;
}

/** A term that an authority has set for a time: from `validFrom` until before `validTo`. */
export interface TermSetting extends TermScope {
  readonly id: number;
  /** Working days to the answer, 1 to 1000. */
  readonly term: number;
  readonly validFrom: CivilDay;
  /** The first day on which it holds no more; null while no end is set. */
  readonly validTo: CivilDay | null;
}

/** The report that needs a promise. */
export interface TermQuestion {
  readonly subject: Subject;
  readonly urgency: Urgency;
  readonly channel: Channel;
  /** The agency that receives it and those above it, nearest first. */
  readonly agencyLine: readonly number[];
  /** The day of receipt: what was set for that day counts, whenever it is entered. */
  readonly day: CivilDay;
}

/** Working days that may be set. */
export const TERM_RANGE = { min: 1, max: 1000 } as const;

/** @returns whether the setting says anything about this report. */
export function appliesTo(setting: TermSetting, question: TermQuestion): boolean {
  const { subject, urgency, channel, agencyId, validFrom, validTo } = setting;
  return (
    (subject === null || subject === question.subject) &&
    (urgency === null || urgency === question.urgency) &&
    (channel === null || channel === question.channel) &&
    (agencyId === null || question.agencyLine.includes(agencyId)) &&
    validFrom <= question.day &&
    (validTo === null || question.day < validTo)
  );
}

/**
 * The most specific setting wins, in this order: the nearest agency (itself, then each above it, then all agencies),
 * then one that names the urgency, then the channel, then the subject. Equal ones cannot overlap; should two all the
 * same, the one that began last counts.
 * @returns null where nothing was set: the authority's general terms apply.
 */
export function settingFor<S extends TermSetting>(settings: readonly S[], question: TermQuestion): S | null {
  const rank = ({ agencyId, urgency, channel, subject }: TermSetting): number[] => [
    agencyId === null ? question.agencyLine.length : question.agencyLine.indexOf(agencyId),
    urgency === null ? 1 : 0,
    channel === null ? 1 : 0,
    subject === null ? 1 : 0,
  ];
  const before = (a: S, b: S): number =>
    firstDifference(rank(a), rank(b)) || b.validFrom.localeCompare(a.validFrom) || b.id - a.id;
  return settings.filter((setting) => appliesTo(setting, question)).sort(before)[0] ?? null;
}

/** @returns whether both name the same reports on some day. */
export function collides(a: Omit<TermSetting, 'id' | 'term'>, b: Omit<TermSetting, 'id' | 'term'>): boolean {
  const same =
    a.subject === b.subject &&
    a.urgency === b.urgency &&
    a.channel === b.channel &&
    a.agencyId === b.agencyId;
  const ends = (end: CivilDay | null): CivilDay => end ?? '9999-12-31';
  return same && a.validFrom < ends(b.validTo) && b.validFrom < ends(a.validTo);
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
