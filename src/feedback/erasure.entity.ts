import { Entity, Index } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns.js';
import type { AuditActorKind } from '../platform/audit/audit-entry.entity.js';

/** RETENTION: its time had passed. REQUEST: its submitter asked, with code and PIN. DECISION: an administrator, by a document. */
export const ERASURE_RULES = ['RETENTION', 'REQUEST', 'DECISION'] as const;
export type ErasureRule = (typeof ERASURE_RULES)[number];

/** How many records of each kind were emptied or removed. */
export type ErasedCounts = Readonly<Record<string, number>>;

/** The proof that an item's personal data was erased and its journal stayed whole; it holds no personal data itself. */
@Entity('erasure')
@Index(['act'])
@Index(['at', 'feedbackId'])
export class Erasure {
  /** An item is erased once. */
  @KeyColumn()
  feedbackId: number;

  @TextColumn({ length: 24 })
  code: string;

  /** The number of the certificate: items that were erased together share it. */
  @TextColumn({ length: 40 })
  act: string;

  @InstantColumn()
  at: number;

  @TextColumn({ length: 16 })
  rule: ErasureRule;

  /** Why, as a code; null where the rule says it. */
  @TextColumn({ length: 32, nullable: true })
  reason: string | null;

  /** Number of the document that decided it. */
  @TextColumn({ length: 64, nullable: true })
  document: string | null;

  @TextColumn({ length: 8 })
  actorKind: AuditActorKind;

  @IntColumn({ nullable: true })
  actorId: number | null;

  @JsonColumn()
  counts: ErasedCounts;

  /** The item's last journal entry, with its hash before and after. */
  @IntColumn()
  lastSeq: number;

  @TextColumn({ length: 64 })
  hashBefore: string;

  @TextColumn({ length: 64 })
  hashAfter: string;

  /** Its entry in the trail of looks and changes. */
  @IntColumn()
  auditId: number;
}
