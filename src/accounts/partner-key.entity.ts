import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../platform/database/columns.js';
import type { PartnerScope } from './partner-scope.js';

/** One key of a partner: its public beginning, and the digest of a secret that was shown once and is kept nowhere. */
@Entity('partner_key')
@Index(['partnerId'])
export class PartnerKey {
  @Id()
  id: number;

  @IntColumn()
  partnerId: number;

  /** Finds the row; no secret. */
  @TextColumn({ length: 16, unique: true })
  prefix: string;

  /** SHA-256 of the secret, hex. The secret has 256 random bits, so a slow hash would add nothing. */
  @TextColumn({ length: 64, select: false })
  hash: string;

  /** Where it is used, in the administrator's words. */
  @TextColumn({ length: 100 })
  label: string;

  @JsonColumn()
  scopes: readonly PartnerScope[];

  /** Requests in a minute, for each process that answers. */
  @IntColumn()
  perMinute: number;

  @InstantColumn({ nullable: true })
  expiresAt: number | null;

  @InstantColumn({ nullable: true })
  revokedAt: number | null;

  /** To the minute. */
  @InstantColumn({ nullable: true })
  lastUsedAt: number | null;

  @InstantColumn()
  createdAt: number;
}
