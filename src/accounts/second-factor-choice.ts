import type { Choice } from '../platform/installation/choice.js';
import { isRole, type Role } from './role.js';

/** The roles whose holders sign in in two steps, whether they like to or not. */
export const SECOND_FACTOR_ROLES: Choice<readonly Role[]> = {
  name: 'accounts.secondFactor',
  standard: [],
  read: (stored) =>
    Array.isArray(stored) && stored.every((one) => typeof one === 'string' && isRole(one)) ? stored : null,
};
