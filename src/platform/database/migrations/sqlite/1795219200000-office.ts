import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'CREATE TABLE "procedure_text" ("procedureId" integer PRIMARY KEY NOT NULL, "body" text NOT NULL)',
  'CREATE TABLE "attachment" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "seq" integer NOT NULL, "purpose" varchar(16) NOT NULL, "replyId" integer, "noteId" integer, "name" varchar(200) NOT NULL, "mediaType" varchar(100) NOT NULL, "size" integer NOT NULL, "sha256" varchar(64) NOT NULL, "storedName" varchar(64) NOT NULL, "scan" varchar(12) NOT NULL, "addedAt" bigint NOT NULL, CONSTRAINT "UQ_c3ff6eb4d23db0b85815a10a575" UNIQUE ("storedName"))',
  'CREATE INDEX "IDX_15bb82bc0c9ee4c9f4ece71f64" ON "attachment" ("scan") ',
  'CREATE INDEX "IDX_f7d0d7e89529bb8d2d3cf1ede9" ON "attachment" ("feedbackId") ',
  'CREATE TABLE "coordination" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "agencyId" integer NOT NULL, "dueDay" varchar(10) NOT NULL, "askedById" integer NOT NULL, "askedAt" bigint NOT NULL, "askedSeq" integer NOT NULL, "answeredById" integer, "answeredAt" bigint, "answeredSeq" integer)',
  'CREATE INDEX "IDX_79af5e21032bdefea852a4f529" ON "coordination" ("agencyId", "answeredAt", "dueDay") ',
  'CREATE INDEX "IDX_681069f2064d39ba9ec8e60728" ON "coordination" ("feedbackId") ',
  'CREATE TABLE "term_rule" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "subject" varchar(24), "urgency" varchar(16), "channel" varchar(24), "agencyId" integer, "term" integer NOT NULL, "validFrom" varchar(10) NOT NULL, "validTo" varchar(10), "note" varchar(300) NOT NULL DEFAULT (\'\'), "addedById" integer NOT NULL, "addedAt" bigint NOT NULL)',
  'CREATE INDEX "IDX_5e54aceaa3277b443a12b6ac17" ON "term_rule" ("agencyId", "validFrom") ',
  'CREATE TABLE "absence" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "staffId" integer NOT NULL, "fromDay" varchar(10) NOT NULL, "toDay" varchar(10) NOT NULL, "substituteId" integer, "createdAt" bigint NOT NULL)',
  'CREATE INDEX "IDX_312c04e69ca35988dd1278d767" ON "absence" ("substituteId", "toDay") ',
  'CREATE INDEX "IDX_63945d922cf27d77b4a539c383" ON "absence" ("staffId", "toDay") ',
  'CREATE TABLE "kept_draft" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "staffId" integer NOT NULL, "feedbackId" integer NOT NULL, "form" varchar(40) NOT NULL, "fields" text NOT NULL, "savedAt" bigint NOT NULL)',
  'CREATE INDEX "IDX_19cb2fef9fcef6f8d8c907b4c1" ON "kept_draft" ("feedbackId") ',
  'CREATE UNIQUE INDEX "IDX_2fd88b1d9a61c0ce03886c3f51" ON "kept_draft" ("staffId", "feedbackId", "form") ',
  'CREATE TABLE "note" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "authorId" integer NOT NULL, "agencyId" integer NOT NULL, "writtenAt" bigint NOT NULL, "body" text NOT NULL)',
  'CREATE INDEX "IDX_20bbfeeb1383e8d2a6165fa042" ON "note" ("feedbackId") ',
  'CREATE TABLE "presence" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "staffId" integer NOT NULL, "doing" varchar(40) NOT NULL, "seenAt" bigint NOT NULL)',
  'CREATE INDEX "IDX_60f98809afeb1773ae42bc8cd1" ON "presence" ("seenAt") ',
  'CREATE UNIQUE INDEX "IDX_011c91285179c4fec0df4b54d3" ON "presence" ("feedbackId", "staffId") ',
  'CREATE TABLE "reply_template" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "agencyId" integer NOT NULL, "name" varchar(120) NOT NULL, "body" text NOT NULL, "outcome" varchar(32), "changedById" integer NOT NULL, "changedAt" bigint NOT NULL, "retiredAt" bigint)',
  'CREATE INDEX "IDX_e3e6fbedf189e03d3424749306" ON "reply_template" ("agencyId") ',
  'CREATE TABLE "saved_filter" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "staffId" integer NOT NULL, "name" varchar(60) NOT NULL, "query" text NOT NULL, "createdAt" bigint NOT NULL)',
  'CREATE UNIQUE INDEX "IDX_29a2103c36aada04bcead94fd6" ON "saved_filter" ("staffId", "name") ',
  'CREATE TABLE "staged_upload" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "storedName" varchar(64) NOT NULL, "name" varchar(200) NOT NULL, "mediaType" varchar(100) NOT NULL, "size" integer NOT NULL, "sha256" varchar(64) NOT NULL, "scan" varchar(12) NOT NULL, "createdAt" bigint NOT NULL, CONSTRAINT "UQ_33ee0942dfbfb59787cac09ac8f" UNIQUE ("storedName"))',
  'CREATE INDEX "IDX_186d23e7582d8ad096cd889de0" ON "staged_upload" ("createdAt") ',
  'CREATE TABLE "routing_rule" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "position" integer NOT NULL, "name" varchar(120) NOT NULL, "active" boolean NOT NULL DEFAULT (0), "procedureId" integer, "fieldId" integer, "subject" varchar(24), "place" text NOT NULL DEFAULT (\'\'), "words" text NOT NULL DEFAULT (\'\'), "everythingElse" boolean NOT NULL DEFAULT (0), "agencyId" integer NOT NULL, "note" text NOT NULL DEFAULT (\'\'), "version" integer NOT NULL DEFAULT (1), "changedById" integer, "changedAt" bigint NOT NULL)',
  'CREATE INDEX "IDX_e788fe1ceb9f62249cb88737ab" ON "routing_rule" ("active", "position") ',
  'DROP INDEX "IDX_05d11c6e2f01527c1624af4b68"',
  'CREATE TABLE "temporary_procedure" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "code" varchar(8) NOT NULL, "name" text NOT NULL, "folded" text NOT NULL, "fieldId" integer NOT NULL, "levels" text NOT NULL, "decidingAgency" text NOT NULL DEFAULT (\'\'), "handlingAgency" text NOT NULL DEFAULT (\'\'), "coAgencies" text NOT NULL DEFAULT (\'\'), "decisionNumber" varchar(200) NOT NULL DEFAULT (\'\'), "legalBasis" text NOT NULL DEFAULT (\'\'), "subjects" text NOT NULL, "status" varchar(8) NOT NULL DEFAULT (\'ACTIVE\'), "sourceUrl" text NOT NULL DEFAULT (\'\'), "revision" integer NOT NULL DEFAULT (0), CONSTRAINT "UQ_5b9ee346c174d4b2682947d1984" UNIQUE ("code"))',
  'INSERT INTO "temporary_procedure"("id", "code", "name", "folded", "fieldId", "levels", "decidingAgency", "handlingAgency", "coAgencies", "decisionNumber", "legalBasis", "subjects", "status", "sourceUrl") SELECT "id", "code", "name", "folded", "fieldId", "levels", "decidingAgency", "handlingAgency", "coAgencies", "decisionNumber", "legalBasis", "subjects", "status", "sourceUrl" FROM "procedure"',
  'DROP TABLE "procedure"',
  'ALTER TABLE "temporary_procedure" RENAME TO "procedure"',
  'CREATE INDEX "IDX_05d11c6e2f01527c1624af4b68" ON "procedure" ("fieldId") ',
  'DROP INDEX "IDX_fd54139f62ca8906ff41179d69"',
  'DROP INDEX "IDX_707c18580735aba852ff58fa32"',
  'DROP INDEX "IDX_3e81d4eae87e815b8b54fd1be0"',
  'DROP INDEX "IDX_5be1b53ea50c2bed1c734ff567"',
  'CREATE TABLE "temporary_feedback" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "code" varchar(24) NOT NULL, "version" integer NOT NULL, "state" varchar(24) NOT NULL, "kind" varchar(16) NOT NULL, "subject" varchar(24) NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "folded" text NOT NULL, "procedureId" integer, "fieldId" integer, "channel" varchar(24) NOT NULL, "intakeAgencyId" integer NOT NULL, "handlingAgencyId" integer NOT NULL, "submittedAt" bigint NOT NULL, "registerNumber" varchar(64), "dueDay" varchar(10) NOT NULL, "plainDueDay" varchar(10) NOT NULL, "deadline" text NOT NULL, "overdueAfter" varchar(10), "triageDueDay" varchar(10) NOT NULL, "forwardDueDay" varchar(10), "previousState" varchar(24), "hops" integer NOT NULL, "reopenCount" integer NOT NULL, "answeredAt" bigint, "replyId" integer, "publication" varchar(24) NOT NULL, "proposedById" integer, "rating" varchar(24), "mergedIntoId" integer, "mergedCount" integer NOT NULL, "submissionKey" varchar(64) NOT NULL, "urgency" varchar(16) NOT NULL DEFAULT (\'NORMAL\'), "place" text, "concernedName" text, "aboutHead" boolean NOT NULL DEFAULT (0), "concernsStaffId" integer, "proposal" text, "assigneeId" integer, "changedAt" bigint NOT NULL DEFAULT (0), "apologyDay" varchar(10), "extensionAskedById" integer, "reopenAsked" boolean NOT NULL DEFAULT (0), "reopenDeclined" boolean NOT NULL DEFAULT (0), "splitFromId" integer, CONSTRAINT "UQ_f253cf68fe62b110c1451506da2" UNIQUE ("submissionKey"), CONSTRAINT "UQ_dc576d0f5cdcbe6ce44be1a8f07" UNIQUE ("registerNumber"), CONSTRAINT "UQ_1dbb7725a4168496ba999557e25" UNIQUE ("code"), CONSTRAINT "FK_7f1d6aa38b3b960aea7d615caac" FOREIGN KEY ("handlingAgencyId") REFERENCES "agency" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_68bb697129bf4bc6567178fc6c2" FOREIGN KEY ("intakeAgencyId") REFERENCES "agency" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_805f728ea7ec8924e428a106f3c" FOREIGN KEY ("fieldId") REFERENCES "procedure_field" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_bedf7c402e6081a5d81d0bd9762" FOREIGN KEY ("procedureId") REFERENCES "procedure" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_feedback"("id", "code", "version", "state", "kind", "subject", "title", "content", "folded", "procedureId", "fieldId", "channel", "intakeAgencyId", "handlingAgencyId", "submittedAt", "registerNumber", "dueDay", "plainDueDay", "deadline", "overdueAfter", "triageDueDay", "forwardDueDay", "previousState", "hops", "reopenCount", "answeredAt", "replyId", "publication", "proposedById", "rating", "mergedIntoId", "mergedCount", "submissionKey") SELECT "id", "code", "version", "state", "kind", "subject", "title", "content", "folded", "procedureId", "fieldId", "channel", "intakeAgencyId", "handlingAgencyId", "submittedAt", "registerNumber", "dueDay", "plainDueDay", "deadline", "overdueAfter", "triageDueDay", "forwardDueDay", "previousState", "hops", "reopenCount", "answeredAt", "replyId", "publication", "proposedById", "rating", "mergedIntoId", "mergedCount", "submissionKey" FROM "feedback"',
  'DROP TABLE "feedback"',
  'ALTER TABLE "temporary_feedback" RENAME TO "feedback"',
  'CREATE INDEX "IDX_fd54139f62ca8906ff41179d69" ON "feedback" ("handlingAgencyId", "state", "dueDay") ',
  'CREATE INDEX "IDX_707c18580735aba852ff58fa32" ON "feedback" ("intakeAgencyId", "state", "dueDay") ',
  'CREATE INDEX "IDX_3e81d4eae87e815b8b54fd1be0" ON "feedback" ("state", "dueDay") ',
  'CREATE INDEX "IDX_5be1b53ea50c2bed1c734ff567" ON "feedback" ("publication", "answeredAt") ',
  'CREATE INDEX "IDX_f2956b120abacfa1bfcb1d0dc3" ON "procedure" ("revision") ',
  'CREATE INDEX "IDX_5dd95de4e423c0a48847e1bcf9" ON "feedback" ("mergedIntoId") ',
  'CREATE INDEX "IDX_7dcaa16a6bfb75a75aae54304b" ON "feedback" ("splitFromId") ',
  'CREATE INDEX "IDX_20a7069eb05a2c8b879b038f17" ON "feedback" ("assigneeId", "state", "dueDay") ',
  'DROP INDEX "IDX_79af5e21032bdefea852a4f529"',
  'DROP INDEX "IDX_681069f2064d39ba9ec8e60728"',
  'CREATE TABLE "temporary_coordination" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "agencyId" integer NOT NULL, "dueDay" varchar(10) NOT NULL, "askedById" integer NOT NULL, "askedAt" bigint NOT NULL, "askedSeq" integer NOT NULL, "answeredById" integer, "answeredAt" bigint, "answeredSeq" integer, CONSTRAINT "FK_681069f2064d39ba9ec8e607282" FOREIGN KEY ("feedbackId") REFERENCES "feedback" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_5a4e3002fd50146fdcc4b506e43" FOREIGN KEY ("agencyId") REFERENCES "agency" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_coordination"("id", "feedbackId", "agencyId", "dueDay", "askedById", "askedAt", "askedSeq", "answeredById", "answeredAt", "answeredSeq") SELECT "id", "feedbackId", "agencyId", "dueDay", "askedById", "askedAt", "askedSeq", "answeredById", "answeredAt", "answeredSeq" FROM "coordination"',
  'DROP TABLE "coordination"',
  'ALTER TABLE "temporary_coordination" RENAME TO "coordination"',
  'CREATE INDEX "IDX_79af5e21032bdefea852a4f529" ON "coordination" ("agencyId", "answeredAt", "dueDay") ',
  'CREATE INDEX "IDX_681069f2064d39ba9ec8e60728" ON "coordination" ("feedbackId") ',
  'DROP INDEX "IDX_5e54aceaa3277b443a12b6ac17"',
  'CREATE TABLE "temporary_term_rule" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "subject" varchar(24), "urgency" varchar(16), "channel" varchar(24), "agencyId" integer, "term" integer NOT NULL, "validFrom" varchar(10) NOT NULL, "validTo" varchar(10), "note" varchar(300) NOT NULL DEFAULT (\'\'), "addedById" integer NOT NULL, "addedAt" bigint NOT NULL, CONSTRAINT "FK_4c7e1e70c5e83e29155b3d62b8b" FOREIGN KEY ("agencyId") REFERENCES "agency" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_term_rule"("id", "subject", "urgency", "channel", "agencyId", "term", "validFrom", "validTo", "note", "addedById", "addedAt") SELECT "id", "subject", "urgency", "channel", "agencyId", "term", "validFrom", "validTo", "note", "addedById", "addedAt" FROM "term_rule"',
  'DROP TABLE "term_rule"',
  'ALTER TABLE "temporary_term_rule" RENAME TO "term_rule"',
  'CREATE INDEX "IDX_5e54aceaa3277b443a12b6ac17" ON "term_rule" ("agencyId", "validFrom") ',
];

export class Office1795219200000 implements MigrationInterface {
  name = 'Office1795219200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
  }

  down(): Promise<void> {
    throw new Error('restore the backup instead');
  }
}
