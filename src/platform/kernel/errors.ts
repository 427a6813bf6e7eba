/** What went wrong, in the terms of a reply to a person: decides the HTTP status at the doors. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'too-many'
  | 'unavailable';

/** Values for the placeholders of a message; never personal data, because errors are logged. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A message by its catalogue key, so that it can be said in any language. */
export interface Message {
  readonly key: string;
  readonly params?: MessageParams;
}

/** A refusal that a person can understand: `key` names the text in the catalogue. `fields` names inputs at fault. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: ErrorKind,
    readonly key: string,
    readonly params: MessageParams = {},
    readonly fields: Readonly<Record<string, Message>> = {},
  ) {
    super(`${kind}: ${key}`);
  }
}

/** Somebody else was faster: the item is no longer at the version the person saw. */
export class StaleVersionError extends DomainError {
  constructor() {
    super('conflict', 'errors.staleVersion');
  }
}

/** A setting or a command's argument is wrong: the program stops with this one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
