import { reach, staffActor } from '../../accounts/staff-actor.js';
import type { AgencyAnswer } from '../../directory/agency-choice.service.js';
import type { AgencyFilter } from '../../directory/agency-directory.service.js';
import type { SignedIn } from '../../platform/web/signed-in.js';

/** @returns the tops of the subtrees that this person administers: agencies elsewhere are not theirs to choose. */
export function topsOf(admin: SignedIn): string[] {
  return reach(staffActor(admin), 'ADMIN');
}

/** What `AgencyChoice.finding` asks for: the form's answer, among the agencies this person administers. */
export function askedAmong(
  admin: SignedIn,
  form: { readonly agency: string; readonly question: string },
  asked: boolean,
): [AgencyAnswer, AgencyFilter] {
  return [{ code: form.agency, question: form.question, asked }, { within: topsOf(admin) }];
}
