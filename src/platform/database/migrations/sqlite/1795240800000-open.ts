import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'CREATE TABLE "invitation" ("staffId" integer PRIMARY KEY NOT NULL, "nonce" varchar(43) NOT NULL, "tokenHash" varchar(64) NOT NULL, "sentAt" bigint NOT NULL, "expiresAt" bigint NOT NULL, "invitedById" integer NOT NULL, CONSTRAINT "UQ_676ef6471ce7176869d73365a45" UNIQUE ("tokenHash"))',
  'CREATE TABLE "partner" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar(200) NOT NULL, "channel" varchar(24) NOT NULL, "agencyId" integer NOT NULL, "active" boolean NOT NULL DEFAULT (1), "createdAt" bigint NOT NULL, CONSTRAINT "UQ_9af6a8bd7cac55b61babc753853" UNIQUE ("name"))',
  'CREATE TABLE "partner_key" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "partnerId" integer NOT NULL, "prefix" varchar(16) NOT NULL, "hash" varchar(64) NOT NULL, "label" varchar(100) NOT NULL, "scopes" text NOT NULL, "perMinute" integer NOT NULL, "expiresAt" bigint, "revokedAt" bigint, "lastUsedAt" bigint, "createdAt" bigint NOT NULL, CONSTRAINT "UQ_c6aacb89db6a64efe9e2d4bd2e9" UNIQUE ("prefix"))',
  'CREATE INDEX "IDX_d63b3f1f1fefc05fb4d751da9c" ON "partner_key" ("partnerId") ',
  'CREATE TABLE "recovery_code" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "staffId" integer NOT NULL, "hash" varchar(43) NOT NULL)',
  'CREATE UNIQUE INDEX "IDX_0a51a56cc68c27c3aed114e404" ON "recovery_code" ("staffId", "hash") ',
  'CREATE TABLE "second_factor" ("staffId" integer PRIMARY KEY NOT NULL, "secret" varchar(200) NOT NULL, "lastStep" integer NOT NULL)',
  'CREATE TABLE "change_counter" ("partnerId" integer PRIMARY KEY NOT NULL, "last" integer NOT NULL)',
  'CREATE TABLE "partner_change" ("partnerId" integer NOT NULL, "number" integer NOT NULL, "feedbackId" integer NOT NULL, "sourceId" integer NOT NULL, "seq" integer NOT NULL, "at" bigint NOT NULL, PRIMARY KEY ("partnerId", "number"))',
  'CREATE TABLE "webhook" ("partnerId" integer PRIMARY KEY NOT NULL, "url" varchar(500) NOT NULL, "active" boolean NOT NULL DEFAULT (1), "salt" varchar(64) NOT NULL, "previousSalt" varchar(64), "previousUntil" bigint, "restingUntil" bigint NOT NULL, "failures" integer NOT NULL)',
  'CREATE TABLE "webhook_delivery" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "partnerId" integer NOT NULL, "event" varchar(64) NOT NULL, "attempt" integer NOT NULL, "at" bigint NOT NULL, "status" integer, "ms" integer NOT NULL, "fault" varchar(24))',
  'CREATE INDEX "IDX_d40d0e122bc07a8e38b4a3eda7" ON "webhook_delivery" ("at") ',
  'CREATE INDEX "IDX_5dd2a2f6642a18ac522218358b" ON "webhook_delivery" ("partnerId", "id") ',
  'CREATE TABLE "erasure" ("feedbackId" integer PRIMARY KEY NOT NULL, "code" varchar(24) NOT NULL, "act" varchar(40) NOT NULL, "at" bigint NOT NULL, "rule" varchar(16) NOT NULL, "reason" varchar(32), "document" varchar(64), "actorKind" varchar(8) NOT NULL, "actorId" integer, "counts" text NOT NULL, "lastSeq" integer NOT NULL, "hashBefore" varchar(64) NOT NULL, "hashAfter" varchar(64) NOT NULL, "auditId" integer NOT NULL)',
  'CREATE INDEX "IDX_a1d10b3be9217953bae9a7e5b9" ON "erasure" ("at", "feedbackId") ',
  'CREATE INDEX "IDX_93c010ff6c3764e54883bf09ce" ON "erasure" ("act") ',
  'CREATE TABLE "item_import" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "staffId" integer NOT NULL, "storedName" varchar(80) NOT NULL, "fileName" varchar(200) NOT NULL, "source" varchar(40) NOT NULL, "state" varchar(8) NOT NULL, "done" integer NOT NULL, "added" integer NOT NULL, "known" integer NOT NULL, "bad" integer NOT NULL, "badLines" text NOT NULL, "createdAt" bigint NOT NULL, "endedAt" bigint)',
  'CREATE INDEX "IDX_574f1e3f49152d61ab491b543a" ON "item_import" ("state", "createdAt") ',
  'CREATE TABLE "audit_entry" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "at" bigint NOT NULL, "actorKind" varchar(8) NOT NULL, "actorId" integer, "action" varchar(48) NOT NULL, "subjectKind" varchar(24) NOT NULL, "subject" varchar(120) NOT NULL, "purpose" varchar(32), "details" text)',
  'CREATE INDEX "IDX_ee3fa79376b4814543d3be4711" ON "audit_entry" ("actorKind", "actorId", "id") ',
  'CREATE INDEX "IDX_3100b49936aa85cf877346eb01" ON "audit_entry" ("subjectKind", "subject", "id") ',
  'CREATE INDEX "IDX_bca9bbed413a3059aee206284b" ON "audit_entry" ("at", "id") ',
  'CREATE TABLE "installation_choice" ("name" varchar(64) PRIMARY KEY NOT NULL, "value" text NOT NULL, "changedAt" bigint NOT NULL, "changedById" integer)',
  'CREATE TABLE "temporary_staff" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "username" varchar(40) NOT NULL, "name" varchar(200) NOT NULL, "position" varchar(200) NOT NULL DEFAULT (\'\'), "agencyId" integer NOT NULL, "passwordHash" varchar(200) NOT NULL, "passwordTemporary" boolean NOT NULL DEFAULT (0), "sessionStamp" varchar(64) NOT NULL, "active" boolean NOT NULL DEFAULT (1), "createdAt" bigint NOT NULL, "email" varchar(254), "wantsDigest" boolean NOT NULL DEFAULT (1), "wantsReminders" boolean NOT NULL DEFAULT (1), "invited" boolean NOT NULL DEFAULT (0), CONSTRAINT "UQ_35aafb5ad218f3ff1ff70e281eb" UNIQUE ("username"))',
  'INSERT INTO "temporary_staff"("id", "username", "name", "position", "agencyId", "passwordHash", "passwordTemporary", "sessionStamp", "active", "createdAt", "email", "wantsDigest", "wantsReminders") SELECT "id", "username", "name", "position", "agencyId", "passwordHash", "passwordTemporary", "sessionStamp", "active", "createdAt", "email", "wantsDigest", "wantsReminders" FROM "staff"',
  'DROP TABLE "staff"',
  'ALTER TABLE "temporary_staff" RENAME TO "staff"',
  'DROP INDEX "IDX_20a7069eb05a2c8b879b038f17"',
  'DROP INDEX "IDX_7dcaa16a6bfb75a75aae54304b"',
  'DROP INDEX "IDX_5dd95de4e423c0a48847e1bcf9"',
  'DROP INDEX "IDX_251d41ea6c837825dee40772a1"',
  'DROP INDEX "IDX_59f000e96d466c99499ecdd8c7"',
  'DROP INDEX "IDX_ecc3c2a5adfc0ccb5aff802a32"',
  'DROP INDEX "IDX_46e3e78151b2187b139c0576eb"',
  'DROP INDEX "IDX_b0b426fbb1894fb721abeaf283"',
  'DROP INDEX "IDX_cbdecc1627f3680f7b73c92079"',
  'DROP INDEX "IDX_5be1b53ea50c2bed1c734ff567"',
  'DROP INDEX "IDX_3e81d4eae87e815b8b54fd1be0"',
  'DROP INDEX "IDX_707c18580735aba852ff58fa32"',
  'DROP INDEX "IDX_fd54139f62ca8906ff41179d69"',
  'CREATE TABLE "temporary_feedback" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "code" varchar(24) NOT NULL, "version" integer NOT NULL, "state" varchar(24) NOT NULL, "kind" varchar(16) NOT NULL, "subject" varchar(24) NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "folded" text NOT NULL, "procedureId" integer, "fieldId" integer, "channel" varchar(24) NOT NULL, "intakeAgencyId" integer NOT NULL, "handlingAgencyId" integer NOT NULL, "submittedAt" bigint NOT NULL, "registerNumber" varchar(64), "dueDay" varchar(10) NOT NULL, "plainDueDay" varchar(10) NOT NULL, "deadline" text NOT NULL, "overdueAfter" varchar(10), "triageDueDay" varchar(10) NOT NULL, "forwardDueDay" varchar(10), "previousState" varchar(24), "hops" integer NOT NULL, "reopenCount" integer NOT NULL, "answeredAt" bigint, "replyId" integer, "publication" varchar(24) NOT NULL, "proposedById" integer, "rating" varchar(24), "mergedIntoId" integer, "mergedCount" integer NOT NULL, "submissionKey" varchar(64) NOT NULL, "urgency" varchar(16) NOT NULL DEFAULT (\'NORMAL\'), "place" text, "concernedName" text, "aboutHead" boolean NOT NULL DEFAULT (0), "concernsStaffId" integer, "proposal" text, "assigneeId" integer, "changedAt" bigint NOT NULL DEFAULT (0), "apologyDay" varchar(10), "extensionAskedById" integer, "reopenAsked" boolean NOT NULL DEFAULT (0), "reopenDeclined" boolean NOT NULL DEFAULT (0), "splitFromId" integer, "erasureAskedAt" bigint, "erasedAt" bigint, "partnerId" integer, "externalNumber" varchar(64), CONSTRAINT "UQ_1dbb7725a4168496ba999557e25" UNIQUE ("code"), CONSTRAINT "UQ_dc576d0f5cdcbe6ce44be1a8f07" UNIQUE ("registerNumber"), CONSTRAINT "UQ_f253cf68fe62b110c1451506da2" UNIQUE ("submissionKey"), CONSTRAINT "FK_bedf7c402e6081a5d81d0bd9762" FOREIGN KEY ("procedureId") REFERENCES "procedure" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_805f728ea7ec8924e428a106f3c" FOREIGN KEY ("fieldId") REFERENCES "procedure_field" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_68bb697129bf4bc6567178fc6c2" FOREIGN KEY ("intakeAgencyId") REFERENCES "agency" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_7f1d6aa38b3b960aea7d615caac" FOREIGN KEY ("handlingAgencyId") REFERENCES "agency" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_feedback"("id", "code", "version", "state", "kind", "subject", "title", "content", "folded", "procedureId", "fieldId", "channel", "intakeAgencyId", "handlingAgencyId", "submittedAt", "registerNumber", "dueDay", "plainDueDay", "deadline", "overdueAfter", "triageDueDay", "forwardDueDay", "previousState", "hops", "reopenCount", "answeredAt", "replyId", "publication", "proposedById", "rating", "mergedIntoId", "mergedCount", "submissionKey", "urgency", "place", "concernedName", "aboutHead", "concernsStaffId", "proposal", "assigneeId", "changedAt", "apologyDay", "extensionAskedById", "reopenAsked", "reopenDeclined", "splitFromId") SELECT "id", "code", "version", "state", "kind", "subject", "title", "content", "folded", "procedureId", "fieldId", "channel", "intakeAgencyId", "handlingAgencyId", "submittedAt", "registerNumber", "dueDay", "plainDueDay", "deadline", "overdueAfter", "triageDueDay", "forwardDueDay", "previousState", "hops", "reopenCount", "answeredAt", "replyId", "publication", "proposedById", "rating", "mergedIntoId", "mergedCount", "submissionKey", "urgency", "place", "concernedName", "aboutHead", "concernsStaffId", "proposal", "assigneeId", "changedAt", "apologyDay", "extensionAskedById", "reopenAsked", "reopenDeclined", "splitFromId" FROM "feedback"',
  'DROP TABLE "feedback"',
  'ALTER TABLE "temporary_feedback" RENAME TO "feedback"',
  'CREATE INDEX "IDX_20a7069eb05a2c8b879b038f17" ON "feedback" ("assigneeId", "state", "dueDay") ',
  'CREATE INDEX "IDX_7dcaa16a6bfb75a75aae54304b" ON "feedback" ("splitFromId") ',
  'CREATE INDEX "IDX_5dd95de4e423c0a48847e1bcf9" ON "feedback" ("mergedIntoId") ',
  'CREATE INDEX "IDX_251d41ea6c837825dee40772a1" ON "feedback" ("dueDay", "id", "state", "handlingAgencyId", "intakeAgencyId", "overdueAfter", "assigneeId", "concernsStaffId", "hops", "extensionAskedById", "urgency", "registerNumber") WHERE "state" IN (\'SUBMITTED\', \'RECEIVED\', \'FORWARDED\', \'IN_PROGRESS\', \'AWAITING_APPROVAL\', \'NEEDS_INFO\')',
  'CREATE INDEX "IDX_59f000e96d466c99499ecdd8c7" ON "feedback" ("submittedAt", "id", "state") WHERE "state" IN (\'SUBMITTED\', \'RECEIVED\', \'FORWARDED\', \'IN_PROGRESS\', \'AWAITING_APPROVAL\', \'NEEDS_INFO\')',
  'CREATE INDEX "IDX_ecc3c2a5adfc0ccb5aff802a32" ON "feedback" ("changedAt", "id", "state") WHERE "state" IN (\'SUBMITTED\', \'RECEIVED\', \'FORWARDED\', \'IN_PROGRESS\', \'AWAITING_APPROVAL\', \'NEEDS_INFO\')',
  'CREATE INDEX "IDX_46e3e78151b2187b139c0576eb" ON "feedback" ("submittedAt", "id") ',
  'CREATE INDEX "IDX_b0b426fbb1894fb721abeaf283" ON "feedback" ("answeredAt", "id") ',
  'CREATE INDEX "IDX_cbdecc1627f3680f7b73c92079" ON "feedback" ("procedureId", "submittedAt") ',
  'CREATE INDEX "IDX_5be1b53ea50c2bed1c734ff567" ON "feedback" ("publication", "answeredAt") ',
  'CREATE INDEX "IDX_3e81d4eae87e815b8b54fd1be0" ON "feedback" ("state", "dueDay") ',
  'CREATE INDEX "IDX_707c18580735aba852ff58fa32" ON "feedback" ("intakeAgencyId", "state", "dueDay") ',
  'CREATE INDEX "IDX_fd54139f62ca8906ff41179d69" ON "feedback" ("handlingAgencyId", "state", "dueDay") ',
  'DROP INDEX "IDX_5c836a6e69640cbfa8827be5ce"',
  'CREATE TABLE "temporary_publication" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "replyId" integer NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "reply" text NOT NULL, "folded" text NOT NULL, "proposedById" integer NOT NULL, "proposedAt" bigint NOT NULL, "publishedById" integer, "publishedAt" bigint, "dueDay" varchar(10), "publishedLate" boolean, "unpublishedAt" bigint, "unpublishKind" varchar(24), "turnedDown" varchar(16), "cleared" text, "clearedReason" text, CONSTRAINT "UQ_e372bacf75ee4f8022e31bfd704" UNIQUE ("feedbackId"), CONSTRAINT "FK_55c45992e58d2c41c7f57796649" FOREIGN KEY ("replyId") REFERENCES "reply" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_e372bacf75ee4f8022e31bfd704" FOREIGN KEY ("feedbackId") REFERENCES "feedback" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_publication"("id", "feedbackId", "replyId", "title", "content", "reply", "folded", "proposedById", "proposedAt", "publishedById", "publishedAt") SELECT "id", "feedbackId", "replyId", "title", "content", "reply", "folded", "proposedById", "proposedAt", "publishedById", "publishedAt" FROM "publication"',
  'DROP TABLE "publication"',
  'ALTER TABLE "temporary_publication" RENAME TO "publication"',
  'CREATE INDEX "IDX_5c836a6e69640cbfa8827be5ce" ON "publication" ("publishedAt") ',
  'CREATE UNIQUE INDEX "IDX_1eeb9a0e2a190162d8703d765f" ON "feedback" ("partnerId", "externalNumber") ',
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
