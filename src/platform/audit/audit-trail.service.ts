import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { type AuditActorKind, type AuditDetails, AuditEntry } from './audit-entry.entity.js';

/** Who did it; for staff and partners with their number. */
export interface AuditActor {
  readonly kind: AuditActorKind;
  readonly id?: number | null;
}

export interface AuditNote {
  readonly action: string;
  readonly subjectKind: string;
  readonly subject: string | number;
  readonly purpose?: string | null;
  readonly details?: AuditDetails | null;
}

/** Writes down who looked at or changed what, in the unit of work of the deed itself: no deed without its entry. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  async record(tx: EntityManager, by: AuditActor, note: AuditNote): Promise<void> {
    await tx.insert(AuditEntry, {
      at: this.clock.now(),
      actorKind: by.kind,
      actorId: by.id ?? null,
      action: note.action,
      subjectKind: note.subjectKind,
      subject: String(note.subject),
      purpose: note.purpose ?? null,
      details: note.details ?? null,
    });
  }
}

/** @returns the member of staff as the trail names them. */
export function auditedStaff({ staffId }: { readonly staffId: number }): AuditActor {
  return { kind: 'staff', id: staffId };
}
