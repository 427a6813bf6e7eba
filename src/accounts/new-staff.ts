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

/** What it takes to add a person. */
export interface NewStaff {
  readonly username: string;
  readonly name: string;
  readonly position?: string;
  readonly email?: string | null;
  /** Where the person works; decides the desk they see first. */
  readonly agencyId: number;
  readonly password: string;
  /** True when somebody else chose the password: its owner is asked to replace it. */
  readonly passwordTemporary: boolean;
  readonly grants: readonly RoleAtAgency[];
}

/**
 * @returns the same person with names as they are stored.
 * @throws DomainError `invalid` with the fields at fault: `username`, `name`, `email`, `password`, `roles`.
 */
export function checkedStaff(input: NewStaff): NewStaff {
  const username = normaliseUsername(input.username);
  const name = cleanLine(input.name);
  const faults: Record<string, Message> = {};
  if (!isUsername(username)) faults['username'] = { key: 'accounts.username.shape' };
  if (name === '') faults['name'] = { key: 'accounts.name.required' };
  if (input.grants.length === 0) faults['roles'] = { key: 'accounts.roles.required' };
  const password = passwordFault(normalisePassword(input.password), username);
  if (password) faults['password'] = password;
  if (Object.keys(faults).length > 0) throw new DomainError('invalid', 'accounts.invalid', {}, faults);
  return {
    ...input,
    username,
    name,
    position: cleanLine(input.position ?? ''),
    email: checkedEmail(input.email),
  };
}
