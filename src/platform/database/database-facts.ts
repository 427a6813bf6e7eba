import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';
import { databaseTarget } from './database-target.js';

export interface DatabaseSituation {
  readonly engine: 'sqlite' | 'postgres';
  /** Bytes; null where the database does not say. */
  readonly size: number | null;
  readonly replicas: number;
}

/** What the database is and how large it has grown; never its address, which may hold a password. */
@Injectable()
export class DatabaseFacts {
  constructor(
    private readonly settings: Settings,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async now(): Promise<DatabaseSituation> {
    const target = databaseTarget(this.settings.databaseUrl, this.settings.replicaUrls);
    if (target.engine === 'sqlite') {
      const files = [target.file, `${target.file}-wal`].map((file) => stat(file).catch(() => null));
      const sizes = (await Promise.all(files)).map((found) => found?.size ?? 0);
      return { engine: 'sqlite', size: sizes.reduce((sum, size) => sum + size, 0) || null, replicas: 0 };
    }
    const rows = await this.source.query<{ size: string }[]>(
      'SELECT pg_database_size(current_database()) AS size',
    );
    const size = Number(rows[0]?.size);
    return { engine: 'postgres', size: size > 0 ? size : null, replicas: target.replicas.length };
  }
}
