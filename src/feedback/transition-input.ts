import type { Assessment, Subject } from './classification.js';
import type { CivilDay } from '../platform/kernel/civil-day.js';
import type { NewAttachment } from './new-attachment.js';
import type { Rating } from './state.js';

/** A reply as its drafter writes it. */
export interface ReplyDraft {
  readonly body: string;
  readonly outcome: string;
  /** Required where the subject touches a regulation (Đ.14 NĐ 20/2008/NĐ-CP), null otherwise. */
  readonly criteria: Assessment | null;
  readonly number: string | null;
  readonly day: string | null;
  readonly signatory: string | null;
}

/** What the actions need, in one shape; a row of the lifecycle says which members it asks for. */
export interface TransitionInput {
  readonly reason?: string;
  readonly refusalReason?: string;
  readonly redirection?: string;
  readonly question?: string;
  readonly content?: string;
  readonly agencyId?: number;
  /** With `agencyId`, for a succession: the agency that is no more. */
  readonly predecessorId?: number;
  readonly masterCode?: string;
  readonly reply?: ReplyDraft;
  readonly rating?: Rating;
  /** Words beside a rating. */
  readonly words?: string;
  readonly subject?: Subject;
  /** With `subject`, for a reclassification; null takes the procedure away. */
  readonly procedureId?: number | null;
  /** With `subject`, for a reclassification; null takes the field away. */
  readonly fieldId?: number | null;
  /** Who is to work on it. */
  readonly assigneeId?: number;
  /** Whose conduct it is about; null takes the mark away. */
  readonly concernsStaffId?: number | null;
  /** By when a co-ordinating agency should say. */
  readonly innerDay?: CivilDay;
  /** What is split off as an item of its own. */
  readonly part?: NewPart;
  /** The day told with an apology. */
  readonly newDay?: CivilDay;
  /** With an approval: number, day and signatory as the document was signed. */
  readonly document?: Pick<ReplyDraft, 'number' | 'day' | 'signatory'>;
  /** Files that come with a supplement, a request to reopen, a draft of a reply, or a contribution. */
  readonly files?: readonly NewAttachment[];
  /** Small facts of the system's own steps, for the journal: level of an escalation, year of a calendar. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A part of mixed content, as an officer words it from the citizen's text. */
export interface NewPart {
  readonly title: string;
  readonly content: string;
  readonly subject: Subject;
}

/** Which item, and the version the actor saw. */
export interface TransitionTarget {
  readonly id: number;
  readonly expectedVersion: number;
}

export interface TransitionResult {
  readonly id: number;
  readonly code: string;
  readonly version: number;
  readonly state: string;
}
