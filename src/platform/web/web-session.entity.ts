import { Entity, Index } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, TextKeyColumn } from '../database/columns.js';

/** A member of staff who is signed in on one browser. */
@Entity('web_session')
export class WebSession {
  /** SHA-256 of the session's name: who reads the table cannot become anybody. */
  @TextKeyColumn(43)
  id: string;

  @Index()
  @IntColumn()
  staffId: number;

  /** What express-session keeps, as JSON. */
  @TextColumn()
  data: string;

  @InstantColumn()
  lastSeen: number;

  @Index()
  @InstantColumn()
  expiresAt: number;
}
