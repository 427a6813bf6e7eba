/**
 * What a person on the staff may be entrusted with (domain.md §3.5). Each is granted at an agency and reaches over
 * that agency's subtree. An administrator runs accounts and sees no item's content; oversight sees sums alone.
 */
export const ROLES = [
  'INTAKE_OFFICER',
  'HANDLER',
  'APPROVER',
  'SUPERVISOR',
  'PUBLISHER',
  'ADMIN',
  'OVERSIGHT',
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
