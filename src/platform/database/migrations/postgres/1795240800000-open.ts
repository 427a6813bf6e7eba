import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'CREATE TABLE "audit_entry" ("id" SERIAL NOT NULL, "at" bigint NOT NULL, "actorKind" character varying(8) NOT NULL, "actorId" integer, "action" character varying(48) NOT NULL, "subjectKind" character varying(24) NOT NULL, "subject" character varying(120) NOT NULL, "purpose" character varying(32), "details" text, CONSTRAINT "PK_58a130a4b9da189f46ba2a01801" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_ee3fa79376b4814543d3be4711" ON "audit_entry"  ("actorKind", "actorId", "id") ',
  'CREATE INDEX "IDX_3100b49936aa85cf877346eb01" ON "audit_entry"  ("subjectKind", "subject", "id") ',
  'CREATE INDEX "IDX_bca9bbed413a3059aee206284b" ON "audit_entry"  ("at", "id") ',
  'CREATE TABLE "installation_choice" ("name" character varying(64) NOT NULL, "value" text NOT NULL, "changedAt" bigint NOT NULL, "changedById" integer, CONSTRAINT "PK_a20ec0ddfd00ce8714bb9ed733c" PRIMARY KEY ("name"))',
  'ALTER TABLE "feedback" ADD "partnerId" integer',
  'ALTER TABLE "feedback" ADD "externalNumber" character varying(64)',
  'CREATE UNIQUE INDEX "IDX_1eeb9a0e2a190162d8703d765f" ON "feedback"  ("partnerId", "externalNumber") ',
];

export class Open1795240800000 implements MigrationInterface {
  name = 'Open1795240800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
  }

  down(): Promise<void> {
    throw new Error('restore the backup instead');
  }
}
