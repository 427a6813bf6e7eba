import { covers, type StaffActor } from '../../accounts/staff-actor.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Submitter } from '../../feedback/submitter.entity.js';
import type { Say } from './say.js';

/** A fact as `components/summary-list` prints it: a message key and a value in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface ContactView {
  readonly facts: readonly Fact[];
  /** Whether something was covered up. */
  readonly masked: boolean;
}

type ContactSubmitter = Pick<Submitter, 'type' | 'name' | 'address' | 'phone' | 'email'>;
type ContactItem = Pick<Feedback, 'intakeAgency' | 'handlingAgency'>;

/**
 * Who needs to reach the citizen: whoever takes the item in, and whoever handles it. All others read the name, and
 * the rest masked; those who only publish read nothing of the submitter.
 */
export function contactReach(actor: StaffActor, item: ContactItem): 'full' | 'masked' | 'none' {
  const { path } = item.handlingAgency;
  const needs =
    covers(actor, 'INTAKE_OFFICER', item.intakeAgency.path) ||
    covers(actor, 'INTAKE_OFFICER', path) ||
    covers(actor, 'HANDLER', path);
  if (needs) return 'full';
  const knows = [path, item.intakeAgency.path].some((at) =>
    (['HANDLER', 'APPROVER', 'SUPERVISOR'] as const).some((role) => covers(actor, role, at)),
  );
  return knows ? 'masked' : 'none';
}

export function contactView(
  submitter: ContactSubmitter,
  reach: 'full' | 'masked' | 'none',
  say: Say,
): ContactView {
  if (reach === 'none') return { facts: [], masked: true };
  const show = reach === 'full' ? (text: string) => text : maskMiddle;
  const address = reach === 'full' ? submitter.address : maskAll(submitter.address);
  const facts = [
    { label: 'officer.contact.name', value: submitter.name },
    { label: 'officer.contact.type', value: say({ key: `feedback.submitterType.${submitter.type}` }) },
    { label: 'officer.contact.address', value: address },
    { label: 'officer.contact.phone', value: show(submitter.phone) },
    { label: 'officer.contact.email', value: submitter.email ? show(submitter.email) : '' },
  ];
  return { facts: facts.filter(({ value }) => value !== ''), masked: reach === 'masked' };
}

/** `0912345678` → `09••••••78`: enough to tell two apart, too little to call. */
function maskMiddle(text: string): string {
  return text.length <= 4 ? maskAll(text) : text.slice(0, 2) + '•'.repeat(text.length - 4) + text.slice(-2);
}

function maskAll(text: string): string {
  return text === '' ? '' : '••••••';
}
