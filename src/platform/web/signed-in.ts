/** What a person has to do right after signing in; until then only the pages for it are opened to them. */
export type Duty = 'password' | 'secondFactor';

/** The member of staff who sends the request. `accounts` knows more about the same person. */
export interface SignedIn {
  readonly staffId: number;
  readonly name: string;
  readonly roles: readonly string[];
  /** Of these, the ones that reach over the whole installation. */
  readonly rolesOverAll?: readonly string[];
  /** Null or missing: nothing stands before their work. */
  readonly duty?: Duty | null;
}

/** Says who a session belongs to, at every request. Provided by `accounts`. */
export abstract class Authenticator {
  /** @returns the person, or null when the account is gone or the stamp is older than the last sign-out everywhere. */
  abstract authenticate(staffId: number, sessionStamp: string): Promise<SignedIn | null>;
}

/** The partner whose key came with the request. */
export interface SignedInPartner {
  readonly partnerId: number;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** Says whose a partner's key is. Provided by `accounts`. */
export abstract class PartnerAuthenticator {
  /**
   * @returns the partner, or null for a key that is none, is out of date, or was taken back.
   * @throws DomainError too-many when the partner asks more often than agreed
   */
  abstract authenticate(key: string): Promise<SignedInPartner | null>;
}
