import type { CivilDay } from '../platform/kernel/civil-day.js';

/**
 * What the figures read of one journal entry: the item's whole state after it.
 * An interface of its own, so that the definitions need no database; a stored journal entry satisfies it.
 */
export interface FigureEntry {
  readonly id: number;
  readonly feedbackId: number;
  /** 1, 2, … within the item. */
  readonly seq: number;
  /** Epoch ms. Figures go by the instant of recording alone (domain: “Instants are those of recording”). */
  readonly recordedAt: number;
  readonly action: string;
  readonly toState: string;
  /** Whose books the item is on after the entry; before booking the intake agency. */
  readonly agencyId: number;
  readonly subject: string;
  readonly fieldId: number | null;
  readonly dueDay: CivilDay;
  /** The due day as it would be without the extension. */
  readonly plainDueDay: CivilDay;
  readonly publication: string;
  readonly rating: string | null;
}

/** Where something is counted: every table is a sum over such places. */
export interface Place {
  readonly agencyId: number;
  readonly subject: string;
  readonly fieldId: number | null;
}

export const SUBJECTS = ['ADMIN_ACT', 'ADMIN_REGULATION', 'BOTH'] as const;
export type SubjectCode = (typeof SUBJECTS)[number];
