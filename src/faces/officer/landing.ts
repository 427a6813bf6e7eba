import { paths } from '../../platform/web/paths.js';

/** @returns where a person with these roles begins the day; what they may not open is not offered. */
export function landingOf(roles: readonly string[]): string {
  const has = (...any: string[]): boolean => any.some((role) => roles.includes(role));
  if (has('INTAKE_OFFICER', 'HANDLER', 'APPROVER', 'PUBLISHER')) return paths.officerQueue.to();
  if (has('SUPERVISOR', 'OVERSIGHT')) return paths.supervisor.to();
  return has('ADMIN') ? paths.staffList.to() : paths.account.to();
}
