/** Something that an authority may decide for its installation, with what holds until it does. */
export interface Choice<T> {
  /** `<room>.<name>`, at most 64 characters. */
  readonly name: string;
  readonly standard: T;
  /** @returns the value that a stored one stands for; null where it is none (written by another version). */
  readonly read: (stored: unknown) => T | null;
}
