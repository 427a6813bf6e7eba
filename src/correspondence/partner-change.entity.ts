import { Entity } from 'typeorm';
import { InstantColumn, IntColumn, KeyColumn } from '../platform/database/columns.js';

/** A step that the submitter of a partner's item may know of, numbered for that partner. */
@Entity('partner_change')
export class PartnerChange {
  @KeyColumn()
  partnerId: number;

  /** From 1, gap-free, in the order of commits. */
  @KeyColumn()
  number: number;

  /** The partner's item. */
  @IntColumn()
  feedbackId: number;

  /** Whose journal has the step: the item itself, or the one it was merged into. */
  @IntColumn()
  sourceId: number;

  @IntColumn()
  seq: number;

  @InstantColumn()
  at: number;
}
