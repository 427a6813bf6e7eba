import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installAppendOnly } from '../append-only.js';

/** The journal can be written and read, never changed: both engines refuse it by triggers. */
export class AppendOnly1763683200001 implements MigrationInterface {
  name = 'AppendOnly1763683200001';

  async up(runner: QueryRunner): Promise<void> {
    await installAppendOnly(runner, 'journal_entry');
  }

  down(): Promise<void> {
    throw new Error('restore the backup instead');
  }
}
