import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { Clock } from '../platform/kernel/clock.js';
import { RandomSource } from '../platform/kernel/random.js';
import { Invitation } from './invitation.entity.js';
import { SecretBox } from './secret-box.js';

export const INVITATION_DAYS = 7;
const VALID = INVITATION_DAYS * 24 * 3_600_000;

/**
 * One-time links. No table holds a token: it is made of a random nonce with the installation's key, so that the letter
 * can carry it, and found again by its hash.
 */
@Injectable()
export class Invitations {
  constructor(
    private readonly box: SecretBox,
    private readonly random: RandomSource,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Makes a link; an earlier one of the same person is worth nothing any more. */
  async open(tx: EntityManager, staffId: number, by: AuditActor): Promise<Invitation> {
    const now = this.clock.now();
    const nonce = this.random.token();
    const tokenHash = hashed(this.tokenOf({ staffId, nonce }));
    const times = { sentAt: now, expiresAt: now + VALID };
    const row = { staffId, nonce, tokenHash, ...times, invitedById: by.id ?? 0 };
    await tx.upsert(Invitation, row, ['staffId']);
    await this.audit.record(tx, by, { action: 'invitation.send', subjectKind: 'staff', subject: staffId });
    return row;
  }

  /** @returns whether there was one. */
  async withdraw(tx: EntityManager, staffId: number, by: AuditActor): Promise<boolean> {
    const { affected } = await tx.delete(Invitation, { staffId });
    if (affected !== 1) return false;
    await this.audit.record(tx, by, {
      action: 'invitation.withdraw',
      subjectKind: 'staff',
      subject: staffId,
    });
    return true;
  }

  /** @returns the one that this link opens; null where it is unknown, used, withdrawn, replaced or out of date. */
  async byToken(tx: EntityManager, token: string): Promise<Invitation | null> {
    const alive = { tokenHash: hashed(token), expiresAt: MoreThan(this.clock.now()) };
    return tx.findOneBy(Invitation, alive);
  }

  /** Uses the link up. @returns whose it was, or null where somebody was faster. */
  async take(tx: EntityManager, token: string): Promise<number | null> {
    const found = await this.byToken(tx, token);
    if (!found) return null;
    const { staffId, tokenHash } = found;
    return (await tx.delete(Invitation, { staffId, tokenHash })).affected === 1 ? staffId : null;
  }

  /** @returns the secret part of the link: for the letter, or for the administrator's own hands. */
  tokenOf({ staffId, nonce }: Pick<Invitation, 'staffId' | 'nonce'>): string {
    return this.box.mark('invitation', `${staffId}:${nonce}`);
  }
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
