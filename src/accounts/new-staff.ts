import { cleanLine } from '../platform/kernel/clean-text.js';
import { DomainError, type Message } from '../platform/kernel/errors.js';
import { normalisePassword, passwordFault } from './password-rules.js';
import type { Role } from './role.js';
import { checkedEmail } from './staff-mail.service.js';
import { isUsername, normaliseUsername } from './username.js';

/** A role to be given at an agency. */
export interface RoleAtAgency {
  readonly role: Role;
  readonly agencyId: number;
}

/** What it takes to add a person who chooses the password. */
export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly position?: string;
  readonly email?: string | null;
  /** Where the person works; decides the desk they see first. */
  readonly agencyId: number;
  readonly grants: readonly RoleAtAgency[];
}

/** What it takes to add a person with a password. */
export interface NewStaff extends NewPerson {
  readonly password: string;
  /** True when somebody else chose the password: its owner has to replace it at the first sign-in. */
  readonly passwordTemporary: boolean;
}

/**
 * @returns the same person with names as they are stored.
 * @throws DomainError `invalid` with the fields at fault: `username`, `name`, `email`, `password`, `roles`.
 */
export function checkedStaff(input: NewStaff): NewStaff {
  const username = normaliseUsername(input.username);
  const password = passwordFault(normalisePassword(input.password), username);
  const { password: sent, passwordTemporary } = input;
  return { ...checkedPerson(input, password ? { password } : {}), password: sent, passwordTemporary };
}

/** @param more faults that were found before. @throws DomainError as `checkedStaff`. */
export function checkedPerson(input: NewPerson, more: Readonly<Record<string, Message>> = {}): NewPerson {
  const { agencyId, grants } = input;
  const username = normaliseUsername(input.username);
  const name = cleanLine(input.name);
  const faults: Record<string, Message> = { ...more };
  if (!isUsername(username)) faults['username'] = { key: 'accounts.username.shape' };
  if (name === '') faults['name'] = { key: 'accounts.name.required' };
  if (grants.length === 0) faults['roles'] = { key: 'accounts.roles.required' };
  if (Object.keys(faults).length > 0) throw new DomainError('invalid', 'accounts.invalid', {}, faults);
  const position = cleanLine(input.position ?? '');
  return { username, name, position, agencyId, grants, email: checkedEmail(input.email) };
}
