import { Entity, Index } from 'typeorm';
import { FlagColumn, Id, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';
import type { Subject } from '../feedback/classification.js';

/** One line of the authority's ordered list: what it is about, and which agency handles it. First match wins. */
@Entity('routing_rule')
@Index(['active', 'position'])
export class RoutingRule {
  @Id() id: number;

  /** Smaller comes first. */
  @IntColumn() position: number;

  @TextColumn({ length: 120 }) name: string;

  /** New rules are tried on past items first. */
  @FlagColumn({ default: false }) active: boolean;

  @IntColumn({ nullable: true }) procedureId: number | null;

  @IntColumn({ nullable: true }) fieldId: number | null;

  @TextColumn({ length: 24, nullable: true }) subject: Subject | null;

  /** Alternatives, a line each; of a line every phrase must stand in the place that the submitter names. */
  @TextColumn({ default: '' }) place: string;

  /** Alternatives, a line each; of a line every phrase, parted by commas, must stand in title or content. */
  @TextColumn({ default: '' }) words: string;

  /** Takes whatever comes to it: said expressly, so that an empty form never becomes such a rule. */
  @FlagColumn({ default: false }) everythingElse: boolean;

  /** Who handles it. */
  @IntColumn() agencyId: number;

  /** Why the rule is as it is, for administrators. */
  @TextColumn({ default: '' }) note: string;

  /** Grows with every change: two administrators do not overwrite each other. */
  @IntColumn({ default: 1 }) version: number;

  @IntColumn({ nullable: true }) changedById: number | null;

  @InstantColumn() changedAt: number;
}
