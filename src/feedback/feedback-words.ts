import { JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Procedure } from '../directory/procedure.entity.js';
import { ProcedureField } from '../directory/procedure-field.entity.js';
import { FlagColumn, IntColumn, TextColumn } from '../platform/database/columns.js';
import type { Channel, Kind, Subject, Urgency } from './classification.js';

/** What was said, of what it is, and how it came: the part of an item that its submitter wrote. */
export abstract class FeedbackWords {
  @TextColumn({ length: 16 })
  kind: Kind;

  @TextColumn({ length: 24 })
  subject: Subject;

  @TextColumn()
  title: string;

  @TextColumn()
  content: string;

  /** Title, content and code folded for searching. */
  @TextColumn()
  folded: string;

  @IntColumn({ nullable: true })
  procedureId: number | null;

  @ManyToOne(() => Procedure, { nullable: true })
  @JoinColumn({ name: 'procedureId' })
  procedure: Relation<Procedure> | null;

  @IntColumn({ nullable: true })
  fieldId: number | null;

  @ManyToOne(() => ProcedureField, { nullable: true })
  @JoinColumn({ name: 'fieldId' })
  field: Relation<ProcedureField> | null;

  @TextColumn({ length: 24 })
  channel: Channel;

  @TextColumn({ length: 16, default: 'NORMAL' })
  urgency: Urgency;

  /** Where it happened, as the submitter says. */
  @TextColumn({ nullable: true })
  place: string | null;

  /** The officer whose conduct it is about, as the submitter names him or her. */
  @TextColumn({ nullable: true })
  concernedName: string | null;

  /** The submitter says that it is about the head of the agency. */
  @FlagColumn({ default: false })
  aboutHead: boolean;
}
