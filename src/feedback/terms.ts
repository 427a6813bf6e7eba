import { readFileSync } from 'node:fs';
import type { Subject, Urgency } from './classification.js';

/**
 * How long things may take (domain §3.4). Only `forwarding` is law: five working days from booking
 * (Đ.9 NĐ 20/2008/NĐ-CP, NĐ 92/2017/NĐ-CP); everything else is the authority's promise, and data.
 */
export interface Terms {
  /** Working days from the day of submission to the answer, by subject (C3). */
  readonly handling: Readonly<Record<Subject, number>>;
  /** Working days to the answer where it is urgent, whatever the subject. */
  readonly urgency: Readonly<Record<Exclude<Urgency, 'NORMAL'>, number>>;
  /** Working days to take in, refuse or ask (C1). */
  readonly triage: number;
  /** Working days from booking to transfer (C2, law). */
  readonly forwarding: number;
  /** Working days an extension adds. */
  readonly extension: number;
  /** Working days the citizen has to supplement. */
  readonly supplement: number;
  /** Working days from the answer to its publication (C4). */
  readonly publication: number;
  /** Days after the answer until it closes by itself; days in which it can be rated, and reopened. */
  readonly closing: number;
  readonly rating: number;
  readonly reopening: number;
  /** Working days before the promised date on which people are reminded. */
  readonly reminderBefore: number;
  /** Working days overdue after which the head, and then the superior agency, is told. */
  readonly escalateHead: number;
  readonly escalateSuperior: number;
  /** Working days from the apology for being late to the new day that it tells. */
  readonly apology: number;
  /** Returns between agencies before the supervisor decides (Đ.17 khoản 3 NĐ 20/2008/NĐ-CP). */
  readonly hops: number;
}

export const TERMS = JSON.parse(readFileSync(new URL('./seed/terms.json', import.meta.url), 'utf8')) as Terms;
