/** A citizen's or an officer's wish to change something, from its first sending on. */
export interface Attempt {
  readonly kind: string;
  /** Words that occur in nothing else. */
  readonly marker: string;
  /** The username; null for citizens. */
  readonly who: string | null;
  /** Code of the item; null for a submission. */
  readonly code: string | null;
  /** The version that was seen; 0 for a submission. */
  readonly seen: number;
  readonly submissionKey: string | null;
  /** SHA-256 of the files' bytes; null where the product draws them anew. */
  readonly files: readonly (string | null)[];
  /** How often it was sent. */
  sent: number;
  /** An answer never came: it may have been done. */
  unknown: boolean;
  /** `open`: nobody knows; `refused`: the answer said that it was not done. */
  outcome: 'open' | 'acknowledged' | 'refused';
  /** Status of a refusal. */
  status?: number;
}

/** What clients have tried, and what they were told. */
export class Ledger {
  readonly attempts: Attempt[] = [];
  /** Answers that no client should ever see. */
  readonly faults: string[] = [];

  open(
    wish: Pick<Attempt, 'kind' | 'marker' | 'who' | 'code' | 'seen' | 'submissionKey' | 'files'>,
  ): Attempt {
    const attempt: Attempt = { ...wish, sent: 0, unknown: false, outcome: 'open' };
    this.attempts.push(attempt);
    return attempt;
  }

  /** How many forms were sent, repeats among them. */
  get sent(): number {
    return this.attempts.reduce((sum, { sent }) => sum + sent, 0);
  }

  /** @returns how many were acknowledged, by kind. */
  tally(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { kind, outcome } of this.attempts)
      if (outcome === 'acknowledged') counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }
}
