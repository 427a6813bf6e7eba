import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Items that were there before get what can be derived from the journal: when their last step was taken. */
export class OfficeBackfill1795219200001 implements MigrationInterface {
  name = 'OfficeBackfill1795219200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE "feedback" SET "changedAt" = COALESCE((SELECT MAX("recordedAt") FROM "journal_entry" ` +
        `WHERE "journal_entry"."feedbackId" = "feedback"."id"), "submittedAt") WHERE "changedAt" = 0`,
    );
  }

  down(): Promise<void> {
    throw new Error('restore the backup instead');
  }
}
