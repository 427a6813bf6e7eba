/** The member of staff who sends the request. `accounts` knows more about the same person. */
export interface SignedIn {
  readonly staffId: number;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Says who a session belongs to, at every request. Provided by `accounts`. */
export abstract class Authenticator {
  /** @returns the person, or null when the account is gone or the stamp is older than the last sign-out everywhere. */
  abstract authenticate(staffId: number, sessionStamp: string): Promise<SignedIn | null>;
}
