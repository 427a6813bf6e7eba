import type { Assessment, Subject } from './classification.js';
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
  readonly masterCode?: string;
  readonly reply?: ReplyDraft;
  readonly rating?: Rating;
  /** Words beside a rating. */
  readonly words?: string;
  readonly subject?: Subject;
  /** With `subject`, for a reclassification; null takes the field away. */
  readonly fieldId?: number | null;
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
