import { Entity, Index, JoinColumn, ManyToOne, OneToMany, OneToOne, type Relation } from 'typeorm';
import { Agency } from '../directory/agency.entity.js';
import { FlagColumn, Id, IntColumn, JsonColumn, TextColumn } from '../platform/database/columns.js';
import type { Coordination } from './coordination.entity.js';
import { FeedbackClocks } from './feedback-clocks.js';
import type { RoutingProposal } from './routing-proposal.js';
import { OPEN, type Publication, type Rating, type State } from './state.js';
import type { Submitter } from './submitter.entity.js';

/** In these words the queue asks for open items, so that both engines find the partial indexes. */
const IS_OPEN = `"state" IN (${OPEN.map((state) => `'${state}'`).join(', ')})`;
const OPEN_BY_DUE_DAY = [
  ...['dueDay', 'id', 'state', 'handlingAgencyId', 'intakeAgencyId', 'overdueAfter', 'assigneeId'],
  ...['concernsStaffId', 'hops', 'extensionAskedById', 'urgency', 'registerNumber'],
];

/**
 * One phản ánh, kiến nghị as it stands now. Everything here but the texts can be derived again from the journal;
 * only `FeedbackService` changes it.
 */
@Entity('feedback')
@Index(['handlingAgencyId', 'state', 'dueDay'])
@Index(['intakeAgencyId', 'state', 'dueDay'])
@Index(['state', 'dueDay'])
@Index(['publication', 'answeredAt'])
@Index(['assigneeId', 'state', 'dueDay'])
@Index(['splitFromId'])
@Index(['mergedIntoId'])
// The queue's orders. What is open is a small part of what there ever was; the first holds all that counting needs.
@Index([...OPEN_BY_DUE_DAY], { where: IS_OPEN })
@Index(['submittedAt', 'id', 'state'], { where: IS_OPEN })
@Index(['changedAt', 'id', 'state'], { where: IS_OPEN })
@Index(['submittedAt', 'id'])
@Index(['answeredAt', 'id'])
@Index(['procedureId', 'submittedAt'])
// Whom items are about: every list leaves out one's own, and whatever was merged into it.
@Index(['concernsStaffId'], { where: '"concernsStaffId" IS NOT NULL' })
@Index(['partnerId', 'externalNumber'], { unique: true })
export class Feedback extends FeedbackClocks {
  @Id()
  id: number;

  /** The citizen's tracking code. */
  @TextColumn({ length: 24, unique: true })
  code: string;

  /** Sequence number of its last journal entry: every change is conditional on it. */
  @IntColumn()
  version: number;

  @TextColumn({ length: 24 })
  state: State;

  /** The officer whose conduct it is about, as an officer has found: the item does not exist for this person. */
  @IntColumn({ nullable: true })
  concernsStaffId: number | null;

  /** What was proposed as handling agency when it came in, and why. */
  @JsonColumn({ nullable: true })
  proposal: RoutingProposal | null;

  /** Where it is taken in and booked. */
  @IntColumn()
  intakeAgencyId: number;

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'intakeAgencyId' })
  intakeAgency: Relation<Agency>;

  /** On whose books it is; the intake agency until it is transferred. */
  @IntColumn()
  handlingAgencyId: number;

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'handlingAgencyId' })
  handlingAgency: Relation<Agency>;

  /** Who works on it there. */
  @IntColumn({ nullable: true })
  assigneeId: number | null;

  /** Agencies that were asked to co-ordinate. */
  @OneToMany('Coordination', 'feedback')
  coordinations: Relation<Coordination[]>;

  /** `Số: 00123/2026/TN-<agency>`, gap-free for an agency and year; given by booking. */
  @TextColumn({ length: 64, nullable: true, unique: true })
  registerNumber: string | null;

  /** Who asked the head for an extension that is not decided yet. */
  @IntColumn({ nullable: true })
  extensionAskedById: number | null;

  /** The state to go back to when the citizen has supplemented. */
  @TextColumn({ length: 24, nullable: true })
  previousState: State | null;

  /** Returns by handling agencies so far; after two the supervisor decides. */
  @IntColumn()
  hops: number;

  @IntColumn()
  reopenCount: number;

  /** The citizen has asked to reopen it, and nobody has decided. */
  @FlagColumn({ default: false })
  reopenAsked: boolean;

  /** The superior agency has declined to reopen it: it is not asked again. */
  @FlagColumn({ default: false })
  reopenDeclined: boolean;

  /** The reply under way or standing. */
  @IntColumn({ nullable: true })
  replyId: number | null;

  @TextColumn({ length: 24 })
  publication: Publication;

  /** Who proposed the publication: somebody else publishes. */
  @IntColumn({ nullable: true })
  proposedById: number | null;

  @TextColumn({ length: 24, nullable: true })
  rating: Rating | null;

  @IntColumn({ nullable: true })
  mergedIntoId: number | null;

  /** How many items were merged into this one. */
  @IntColumn()
  mergedCount: number;

  /** The item whose mixed content it was a part of. */
  @IntColumn({ nullable: true })
  splitFromId: number | null;

  /** The partner that brought it; null of what came to the authority itself. */
  @IntColumn({ nullable: true })
  partnerId: number | null;

  /** Its number at that partner. */
  @TextColumn({ length: 64, nullable: true })
  externalNumber: string | null;

  /** Made with the form; repeats of one submission carry the same key. */
  @TextColumn({ length: 64, unique: true })
  submissionKey: string;

  /** Of what a program sent: a keyed hash of the whole request, so that its key is not taken for another one. */
  @TextColumn({ length: 64, nullable: true })
  submissionDigest: string | null;

  /** Looked up for answered items (`lookAbove`), not stored. */
  supervisedAbove?: boolean;

  /** Named by text: the two entities would import each other. */
  @OneToOne('Submitter', 'feedback')
  submitter: Relation<Submitter>;
}
