/** How trying is slowed down under a kind of key. Durations in milliseconds. */
export interface AttemptPolicy {
  /** Tries without a wait. */
  readonly free: number;
  /** The first wait; every further try doubles it. */
  readonly first: number;
  readonly longest: number;
  /** After this long without a try everything is forgotten. */
  readonly window: number;
  /** Whether a right try clears the key, or only takes itself back: an address is shared, and one's own account must not wash it clean. */
  readonly clears: boolean;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One secret (a code's PIN, a person's password from one place): strict, and only its own key is slowed down. */
const STRICT: AttemptPolicy = {
  free: 5,
  first: 5 * SECOND,
  longest: 15 * MINUTE,
  window: 24 * HOUR,
  clears: true,
};

/** By what stands before the colon of a key; every other kind is strict. */
const BY_KIND: Readonly<Record<string, AttemptPolicy>> = {
  /** An account from everywhere together: gentle, because it can be driven up by others. */
  account: { free: 20, first: SECOND, longest: 30 * SECOND, window: HOUR, clears: true },
  /** A network address, which a whole office may share. */
  address: { free: 50, first: SECOND, longest: MINUTE, window: HOUR, clears: false },
  /** Presses of “this helped me” from a network address: many people, no machine. */
  helped: { free: 30, first: 10 * SECOND, longest: 10 * MINUTE, window: HOUR, clears: false },
  /** The same from one browser for one answer: it counts once a day, also when pressed twice at the same time. */
  helpedOnce: { free: 1, first: DAY, longest: DAY, window: DAY, clears: true },
};

export function policyOf(key: string): AttemptPolicy {
  return BY_KIND[key.split(':', 1)[0] ?? ''] ?? STRICT;
}

/** @returns how long the next try must wait after `tries` of them, in milliseconds. */
export function waitAfter(tries: number, { free, first, longest }: AttemptPolicy): number {
  if (tries < free) return 0;
  return Math.min(longest, first * 2 ** Math.min(tries - free, 30));
}
