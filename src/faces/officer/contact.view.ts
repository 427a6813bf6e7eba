import { covers, type StaffActor } from '../../accounts/staff-actor.js';
import { maskedContact } from '../../feedback/contact-mask.js';
import { LOOK_PURPOSES, type LookPurpose } from '../../feedback/contact-policy.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Submitter } from '../../feedback/submitter.entity.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import { paths } from '../../platform/web/paths.js';
import type { Say } from './say.js';

/** A fact as `components/summary-list` prints it: a message key and a value in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

type ContactSubmitter = Pick<Submitter, 'type' | 'name' | 'address' | 'phone' | 'email'>;
type ContactItem = Pick<Feedback, 'intakeAgency' | 'handlingAgency'>;

/** What the panel of the submitter prints. */
export interface ContactView {
  readonly facts: readonly Fact[];
  /** The form that asks; null for whoever may not look, and once it was shown. */
  readonly ask: FormView | null;
  readonly address: string;
  readonly purposes: readonly { readonly value: string; readonly label: string }[];
  /** For which purpose the data are shown on this page; null while they are masked. */
  readonly shownFor: string | null;
  /** Where the answer is printed with name and address, for the post; null where there is none to print. */
  readonly letter: string | null;
  /** Epoch ms. */
  readonly erasedAt: number | null;
}

/** What is known of the item and of the person who reads it. */
export interface ContactSituation {
  readonly item: ContactItem & Pick<Feedback, 'code' | 'submitter' | 'erasedAt'>;
  /** Whether there is an approved answer. */
  readonly answered: boolean;
  readonly mayLook: boolean;
  /** What was shown; null for the masked data. */
  readonly look: { readonly submitter: ContactSubmitter; readonly purpose: LookPurpose } | null;
  /** The form as it was sent, with its faults; null for a fresh one. */
  readonly form: FormView | null;
}

/**
 * Who reads at least that there is somebody, masked: whoever takes the item in, handles, approves or supervises it.
 * Those who only publish, co-ordinate or administer read nothing of the submitter.
 */
export function readsMasked(actor: StaffActor, { intakeAgency, handlingAgency }: ContactItem): boolean {
  return [handlingAgency.path, intakeAgency.path].some((at) =>
    (['INTAKE_OFFICER', 'HANDLER', 'APPROVER', 'SUPERVISOR'] as const).some((role) =>
      covers(actor, role, at),
    ),
  );
}

export function contactView(situation: ContactSituation, actor: StaffActor, say: Say): ContactView {
  const { item, look, mayLook } = situation;
  const { code, submitter, erasedAt } = item;
  const shown = look?.submitter ?? { type: submitter.type, ...maskedContact(submitter) };
  const isReader = erasedAt === null && (look !== null || readsMasked(actor, item));
  return {
    facts: isReader ? contactFacts(shown, say) : [],
    ask: mayLook && !look ? (situation.form ?? formView({ purpose: '' })) : null,
    address: paths.officerContact.to({ code }),
    purposes: LOOK_PURPOSES.map((value) => ({ value, label: `audit.purpose.${value}` })),
    shownFor: look && `audit.purpose.${look.purpose}`,
    letter: mayLook && situation.answered ? paths.officerReplyPdf.to({ code }) : null,
    erasedAt,
  };
}

function contactFacts({ type, name, address, phone, email }: ContactSubmitter, say: Say): Fact[] {
  return [
    { label: 'officer.contact.name', value: name },
    { label: 'officer.contact.type', value: say({ key: `feedback.submitterType.${type}` }) },
    { label: 'officer.contact.address', value: address },
    { label: 'officer.contact.phone', value: phone },
    { label: 'officer.contact.email', value: email ?? '' },
  ].filter(({ value }) => value !== '');
}
