import { type CustomDecorator, SetMetadata } from '@nestjs/common';

/** Who may use a route. Every route declares it; AccessGuard refuses those that do not. */
export type Access =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'staff';
      readonly roles: readonly string[];
      readonly overAll?: true;
      readonly onDuty?: true;
    }
  | { readonly kind: 'partner'; readonly scopes: readonly string[] }
  | { readonly kind: 'first-run' };

export const ACCESS = 'access';

type Declaration = CustomDecorator & MethodDecorator & ClassDecorator;
const declare = (access: Access): Declaration => SetMetadata(ACCESS, access);

/** Everybody, without signing in; a partner's key that is sent along must be good all the same. */
export const Public = (): Declaration => declare({ kind: 'public' });

/** Staff with at least one of the roles; any staff where none is named. Which items they see is the policy's matter. */
export const Staff = (...roles: string[]): Declaration => declare({ kind: 'staff', roles });

/** Staff who hold one of the roles over the whole installation: what holds for every agency alike is theirs to decide. */
export const StaffOverAll = (...roles: string[]): Declaration =>
  declare({ kind: 'staff', roles, overAll: true });

/** Any staff, and also those with a duty before everything else (`SignedIn.duty`): the pages where it is done. */
export const StaffOnDuty = (): Declaration => declare({ kind: 'staff', roles: [], onDuty: true });

/** Programs of partners, by a key that has all of the scopes. Which items they see is the policy's matter. */
export const Partner = (...scopes: string[]): Declaration => declare({ kind: 'partner', scopes });

/** Only while nobody has an account yet: `FirstRunGate` decides, afterwards the page does not exist. */
export const FirstRun = (): Declaration => declare({ kind: 'first-run' });

/** Says whether the product still waits for its first administrator. Provided by `accounts`. */
export abstract class FirstRunGate {
  abstract isOpen(): Promise<boolean>;
}
