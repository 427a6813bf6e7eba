import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { type AuditActor, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { Erasure, type ErasureRule } from './erasure.entity.js';
import { journalSeal } from './erasure-seal.js';
import { Feedback } from './feedback.entity.js';
import { type ErasedParts, PersonalHolders } from './personal-holders.js';
import { isEnded, isErasable } from './retention.js';

/** Why something is erased, and under which number it is certified. */
export interface ErasureOrder {
  readonly act: string;
  readonly rule: ErasureRule;
  readonly reason: string | null;
  readonly document: string | null;
  readonly by: AuditActor;
}

const ERASE = 'personal.erase';

/** Erases everything personal of an item, and proves it. The journal, its hashes, numbers and figures stay whole. */
@Injectable()
export class ErasePersonalData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly holders: PersonalHolders,
  ) {}

  /**
   * All of the items or none; what was erased before is left as it is. Not to be called inside a unit of work: files
   * are removed once it is committed.
   * @returns the proofs of what was erased now.
   * @throws DomainError conflict for an item that has not ended: whoever works on it needs it.
   */
  async erase(ids: readonly number[], order: ErasureOrder): Promise<Erasure[]> {
    const { proofs, parts } = await this.unitOfWork.run(async (tx) => {
      const proofs: Erasure[] = [];
      const parts: ErasedParts[] = [];
      for (const id of ids) {
        const erased = await this.eraseOne(tx, id, order);
        if (erased === null) continue;
        proofs.push(erased.proof);
        parts.push(erased.parts);
      }
      return { proofs, parts };
    });
    for (const afterwards of parts.flatMap((part) => part.afterwards)) await afterwards();
    return proofs;
  }

  private async eraseOne(
    tx: EntityManager,
    id: number,
    order: ErasureOrder,
  ): Promise<{ proof: Erasure; parts: ErasedParts } | null> {
    const at = this.clock.now();
    const item = await tx.findOneByOrFail(Feedback, { id });
    if (item.erasedAt !== null) return null;
    // What waits since years for a decision to reopen waits for nothing.
    const isFree = order.rule === 'RETENTION' ? isEnded(item.state) : isErasable(item);
    if (!isFree) throw new DomainError('conflict', 'privacy.erase.notEnded');
    const asSeen = { id, version: item.version, state: item.state };
    if ((await tx.update(Feedback, asSeen, { erasedAt: at, erasureAskedAt: null })).affected !== 1)
      throw new DomainError('conflict', 'privacy.erase.notEnded');
    const before = await journalSeal(tx, id);
    const parts = await this.holders.erase(tx, item);
    const after = await journalSeal(tx, id);
    const auditId = await this.record(tx, item, order, parts);
    const { by, ...why } = order;
    const proof = tx.create(Erasure, {
      ...{ feedbackId: id, code: item.code, at, ...why },
      ...{ actorKind: by.kind, actorId: by.id ?? null, counts: parts.counts, auditId },
      ...{ lastSeq: after.seq, hashBefore: before.hash, hashAfter: after.hash },
    });
    await tx.insert(Erasure, proof);
    return { proof, parts };
  }

  /** @returns the number of the entry. */
  private async record(
    tx: EntityManager,
    { code }: Feedback,
    { rule, act, document, by }: ErasureOrder,
    { counts }: ErasedParts,
  ): Promise<number> {
    const subject = { action: ERASE, subjectKind: 'feedback', subject: code };
    await this.audit.record(tx, by, { ...subject, details: { rule, act, document, ...counts } });
    const entry = await tx.findOneOrFail(AuditEntry, { where: subject, order: { id: 'DESC' } });
    return entry.id;
  }
}
