import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installAppendOnly } from '../append-only.js';

/** The trail of looks and changes can be written and read, never changed. */
export class AuditAppendOnly1795240800001 implements MigrationInterface {
  name = 'AuditAppendOnly1795240800001';

  async up(runner: QueryRunner): Promise<void> {
    await installAppendOnly(runner, 'audit_entry');
  }

  down(): Promise<void> {
    throw new Error('restore the backup instead');
  }
}
