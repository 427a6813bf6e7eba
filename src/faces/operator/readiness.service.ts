import { mkdir, statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { Settings } from '../../platform/config/settings.js';
import { Clock } from '../../platform/kernel/clock.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';

export type CheckResult = 'ok' | 'failing';

export interface ReadinessReport {
  readonly status: CheckResult;
  /** `outbox` fails when something has waited for more than a quarter of an hour; `disk` below 100 MB free. */
  readonly checks: Readonly<Record<'database' | 'outbox' | 'disk', CheckResult>>;
  /** Rows that gave up and wait for a person; they do not make the product unready. */
  readonly parked: number;
  /** Where mail goes: to the server of SMTP_URL, or into a folder, where it reaches nobody. */
  readonly mail: 'smtp' | 'folder';
}

const LATE = 15 * 60_000;
const ENOUGH_DISK = 100 * 2 ** 20;

@Injectable()
export class Readiness {
  constructor(
    @InjectRepository(OutboxMessage) private readonly outbox: Repository<OutboxMessage>,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async report(): Promise<ReadinessReport> {
    const counts = await this.counts().catch(() => null);
    const checks = {
      database: result(counts !== null),
      outbox: result(counts?.late === 0),
      disk: result(await this.hasDisk().catch(() => false)),
    };
    const status = result(Object.values(checks).every((check) => check === 'ok'));
    return {
      status,
      checks,
      parked: counts?.parked ?? 0,
      mail: this.settings.smtp === null ? 'folder' : 'smtp',
    };
  }

  private async counts(): Promise<{ late: number; parked: number }> {
    const late = { state: 'WAITING' as const, runAt: LessThan(this.clock.now() - LATE) };
    return { late: await this.outbox.countBy(late), parked: await this.outbox.countBy({ state: 'PARKED' }) };
  }

  private async hasDisk(): Promise<boolean> {
    await mkdir(this.settings.dataDir, { recursive: true });
    const { bavail, bsize } = await statfs(this.settings.dataDir);
    return bavail * bsize > ENOUGH_DISK;
  }
}

function result(holds: boolean): CheckResult {
  return holds ? 'ok' : 'failing';
}
