import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../database/columns.js';

/** `operator`: whoever runs a command on the machine itself. */
export const AUDIT_ACTORS = ['staff', 'partner', 'citizen', 'system', 'operator'] as const;
export type AuditActorKind = (typeof AUDIT_ACTORS)[number];

/**
 * Who looked at or changed something outside an item's own journal. Append-only, like the journal; numbers and codes
 * only, never a name, an address or a text, so that erasing a person's data leaves it whole.
 */
@Entity('audit_entry')
@Index(['at', 'id'])
@Index(['subjectKind', 'subject', 'id'])
@Index(['actorKind', 'actorId', 'id'])
export class AuditEntry {
  @Id()
  id: number;

  @InstantColumn()
  at: number;

  @TextColumn({ length: 8 })
  actorKind: AuditActorKind;

  /** Of the staff or the partner. */
  @IntColumn({ nullable: true })
  actorId: number | null;

  /** What was done: `contact.look`, `staff.suspend`; its words stand in the catalogue under `audit.action`. */
  @TextColumn({ length: 48 })
  action: string;

  /** What it was done to: `feedback`, `staff`, `agency`; its words stand under `audit.subject`. */
  @TextColumn({ length: 24 })
  subjectKind: string;

  /** Its number or code. */
  @TextColumn({ length: 120 })
  subject: string;

  /** Why somebody looked, as a code; its words stand under `audit.purpose`. */
  @TextColumn({ length: 32, nullable: true })
  purpose: string | null;

  /** Small facts: before and after of what was changed, how many rows an export had. */
  @JsonColumn({ nullable: true })
  details: AuditDetails | null;
}

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;
