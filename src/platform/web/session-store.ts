import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import session, { type SessionData } from 'express-session';
import { type DataSource, LessThanOrEqual } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../kernel/clock.js';
import { WebSession } from './web-session.entity.js';

const MINUTE = 60_000;
/** Signed out after this long without a request, and a working day after signing in. */
const IDLE = 4 * 60 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;
/** Reading pages writes at most this often. */
const TOUCHED_EVERY = 10 * MINUTE;

type Done = (error?: unknown) => void;

/** Sessions of staff in the database. Citizens have none, so only signing in writes a row. */
@Injectable()
export class SessionStore extends session.Store {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get(sid: string, done: (error: unknown, data?: SessionData | null) => void): void {
    this.find(hashOf(sid)).then((data) => {
      done(null, data);
    }, done);
  }

  override set(sid: string, data: SessionData, done: Done = () => undefined): void {
    const { staff } = data;
    if (!staff) {
      done(new Error('only staff have sessions'));
      return;
    }
    const now = this.clock.now();
    const seen = { ...data, seenAt: now };
    const row = {
      id: hashOf(sid),
      staffId: staff.staffId,
      data: JSON.stringify(seen),
      ...timesOf(seen, now),
    };
    this.write(
      () =>
        this.unitOfWork.run(async (tx) => {
          await tx.delete(WebSession, { expiresAt: LessThanOrEqual(now) });
          await tx.upsert(WebSession, row, ['id']);
        }),
      done,
    );
  }

  override touch(sid: string, data: SessionData, done: Done = () => undefined): void {
    const now = this.clock.now();
    if (now - (data.seenAt ?? 0) < TOUCHED_EVERY) {
      done();
      return;
    }
    this.write(
      () => this.unitOfWork.run((tx) => tx.update(WebSession, { id: hashOf(sid) }, timesOf(data, now))),
      done,
    );
  }

  override destroy(sid: string, done: Done = () => undefined): void {
    this.write(() => this.unitOfWork.run((tx) => tx.delete(WebSession, { id: hashOf(sid) })), done);
  }

  private async find(id: string): Promise<SessionData | null> {
    // A replica may not have heard yet of somebody who has just signed in; the name is signed, so strangers never get here.
    const row =
      (await this.reader.manager.findOneBy(WebSession, { id })) ??
      (await this.unitOfWork.run((tx) => tx.findOneBy(WebSession, { id })));
    if (!row || row.expiresAt <= this.clock.now()) return null;
    return { ...(JSON.parse(row.data) as SessionData), seenAt: row.lastSeen };
  }

  private write(work: () => Promise<unknown>, done: Done): void {
    work().then(() => {
      done();
    }, done);
  }
}

function timesOf({ staff }: SessionData, now: number): { lastSeen: number; expiresAt: number } {
  return { lastSeen: now, expiresAt: Math.min(now + IDLE, (staff?.startedAt ?? now) + LONGEST) };
}

function hashOf(sid: string): string {
  return createHash('sha256').update(sid).digest('base64url');
}
