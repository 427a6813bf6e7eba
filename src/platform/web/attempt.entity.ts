import { Entity, Index } from 'typeorm';
import { InstantColumn, IntColumn, TextKeyColumn } from '../database/columns.js';

/** How often a secret was tried under one key since it was last right. */
@Entity('attempt')
export class Attempt {
  /** HMAC of the key: the table names no account, no code and no network address. */
  @TextKeyColumn(43)
  key: string;

  @IntColumn()
  tries: number;

  @Index()
  @InstantColumn()
  lastAt: number;

  @InstantColumn()
  blockedUntil: number;
}
