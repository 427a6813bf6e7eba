import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Attachment } from '../../feedback/attachment.entity.js';
import { Settings } from '../../platform/config/settings.js';
import { DatabaseFacts } from '../../platform/database/database-facts.js';
import { lastBackup } from '../../platform/storage/last-backup.js';
import type { SystemStatus } from './system-status.js';

/** Where bytes lie, how many, and how much room there is. */
@Injectable()
export class SystemStorage {
  constructor(
    private readonly settings: Settings,
    private readonly database: DatabaseFacts,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async now(): Promise<SystemStatus['storage']> {
    const { dataDir, clamd } = this.settings;
    const disk = await statfs(dataDir).catch(() => null);
    const attachments = this.source.manager.getRepository(Attachment);
    const sums = await attachments
      .createQueryBuilder('a')
      .select('COUNT(*)', 'files')
      .addSelect('COALESCE(SUM(a.size), 0)', 'bytes')
      .getRawOne<{ files: string | number; bytes: string | number }>();
    return {
      folder: resolve(dataDir),
      free: disk && disk.bavail * disk.bsize,
      files: Number(sums?.files ?? 0),
      bytes: Number(sums?.bytes ?? 0),
      scanned: clamd !== null,
      quarantined: await attachments.countBy({ scan: 'WAITING' }),
      infected: await attachments.countBy({ scan: 'INFECTED' }),
      lastBackup: await lastBackup(dataDir),
      database: await this.database.now(),
    };
  }
}
