import { Entity } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, TextKeyColumn } from '../platform/database/columns.js';

/** The words of a letter as an administrator has changed them; a letter without a row has the product's own. */
@Entity('mail_template')
export class MailTemplate {
  /** A name of `letters.ts`. */
  @TextKeyColumn(40) letter: string;

  @TextColumn({ length: 200 }) subject: string;

  @TextColumn() body: string;

  @InstantColumn() changedAt: number;

  @IntColumn() changedById: number;
}
