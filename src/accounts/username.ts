const SHAPE = /^[a-z0-9][a-z0-9._-]{2,39}$/;

/** @returns a user name as it is stored and compared: people type capitals and blanks on phones. */
export function normaliseUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/** @returns whether it may be a user name: 3 to 40 Latin letters, digits, `.`, `_`, `-`, so that nobody can imitate another. */
export function isUsername(normalised: string): boolean {
  return SHAPE.test(normalised);
}
