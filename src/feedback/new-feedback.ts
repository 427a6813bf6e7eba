import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { Channel, Kind, Subject, SubmitterType, Urgency } from './classification.js';
import type { NewAttachment } from './new-attachment.js';
import type { RoutingProposal } from './routing-proposal.js';

/** A submission whose members were validated: procedure, field and agency exist, files are stored and synced. */
export interface NewFeedback {
  readonly kind: Kind;
  readonly subject: Subject;
  readonly title: string;
  readonly content: string;
  readonly procedureId: number | null;
  readonly fieldId: number | null;
  readonly intakeAgencyId: number;
  readonly channel: Channel;
  readonly submissionKey: string;
  readonly submitter: {
    type: SubmitterType;
    name: string;
    address: string;
    phone: string;
    email: string | null;
  };
  /** Of what staff enter: the day on which it was received; today where it is left out. */
  readonly receivedDay?: CivilDay;
  readonly urgency?: Urgency;
  readonly place?: string | null;
  /** The officer whose conduct it is about, as the submitter names him or her. */
  readonly concernedName?: string | null;
  readonly aboutHead?: boolean;
  readonly proposal?: RoutingProposal | null;
  readonly files?: readonly NewAttachment[];
  /** Of what a partner brings: its number there, once for each partner. */
  readonly externalNumber?: string | null;
  /** Of what a program sends: a keyed hash of the whole request. */
  readonly submissionDigest?: string | null;
}
