import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { BigKeyColumn, InstantColumn, IntColumn, TextColumn } from '../platform/database/columns.js';
import type { Kind, Subject } from '../feedback/classification.js';
import { Agency } from '../directory/agency.entity.js';
import { Procedure } from '../directory/procedure.entity.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { Publication } from './publication.entity.js';

/**
 * What is public at this moment, and by what it is found: one row for a published item, gone the moment it is taken
 * back. Every public list, search, feed, count and table reads here, so that nothing hidden can come in by a filter
 * that somebody forgot. Each index answers one of them without touching the rows.
 */
@Entity('published_entry')
@Index(['procedureId', 'subject', 'kind'])
@Index(['fieldId'])
@Index(['submittedAt', 'subject', 'procedureId', 'fieldId', 'outcome'])
@Index('published_entry_words', { synchronize: false })
export class PublishedEntry {
  /** Its place in the order of publishing: the instant × 1000 and a few units, so that no two are alike. */
  @BigKeyColumn()
  seq: number;

  /** The public number. */
  @IntColumn({ unique: true })
  publicationId: number;

  @ManyToOne(() => Publication)
  @JoinColumn({ name: 'publicationId' })
  publication: Relation<Publication>;

  @IntColumn({ unique: true })
  feedbackId: number;

  /** Epoch ms. */
  @InstantColumn()
  publishedAt: number;

  /** The agency that answered. */
  @IntColumn()
  agencyId: number;

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'agencyId' })
  agency: Relation<Agency>;

  @IntColumn({ nullable: true })
  fieldId: number | null;

  @ManyToOne(() => ProcedureField, { nullable: true })
  @JoinColumn({ name: 'fieldId' })
  field: Relation<ProcedureField> | null;

  @IntColumn({ nullable: true })
  procedureId: number | null;

  @ManyToOne(() => Procedure, { nullable: true })
  @JoinColumn({ name: 'procedureId' })
  procedure: Relation<Procedure> | null;

  @TextColumn({ length: 24 })
  subject: Subject;

  @TextColumn({ length: 16 })
  kind: Kind;

  /** What came of it: domain §3.10. */
  @TextColumn({ length: 32 })
  outcome: string;

  /** Epoch ms. */
  @InstantColumn()
  submittedAt: number;

  /** The published words and labels, as `indexedWords` makes them. */
  @TextColumn()
  words: string;
}
