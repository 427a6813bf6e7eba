import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'CREATE TABLE "first_run_token" ("hash" varchar(64) PRIMARY KEY NOT NULL, "createdAt" bigint NOT NULL)',
  'CREATE TABLE "staff" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "username" varchar(40) NOT NULL, "name" varchar(200) NOT NULL, "position" varchar(200) NOT NULL DEFAULT (\'\'), "agencyId" integer NOT NULL, "passwordHash" varchar(200) NOT NULL, "passwordTemporary" boolean NOT NULL DEFAULT (0), "sessionStamp" varchar(64) NOT NULL, "active" boolean NOT NULL DEFAULT (1), "createdAt" bigint NOT NULL, CONSTRAINT "UQ_35aafb5ad218f3ff1ff70e281eb" UNIQUE ("username"))',
  'CREATE TABLE "staff_grant" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "staffId" integer NOT NULL, "role" varchar(20) NOT NULL, "agencyId" integer NOT NULL)',
  'CREATE UNIQUE INDEX "IDX_92496a920ebc8f6446e8c7af16" ON "staff_grant" ("staffId", "role", "agencyId") ',
  'CREATE TABLE "calendar_day" ("day" varchar(10) PRIMARY KEY NOT NULL, "kind" varchar(4) NOT NULL, "name" varchar(200) NOT NULL, "confirmed" boolean NOT NULL, "applied" boolean NOT NULL DEFAULT (1), "swappedWith" varchar(10))',
  'CREATE TABLE "calendar_year" ("year" integer PRIMARY KEY NOT NULL, "confirmed" boolean NOT NULL, "note" text NOT NULL, "revision" integer NOT NULL)',
  'CREATE TABLE "agency" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "code" varchar(40) NOT NULL, "name" varchar(300) NOT NULL, "shortName" varchar(200) NOT NULL, "folded" text NOT NULL, "level" varchar(12) NOT NULL, "parentId" integer, "path" varchar(200) NOT NULL, "validFrom" varchar(10) NOT NULL, "validTo" varchar(10), "successorId" integer, "intakeOpen" boolean NOT NULL DEFAULT (1), "takesUnaddressed" boolean NOT NULL DEFAULT (0), "address" text NOT NULL DEFAULT (\'\'), "postalAddress" text NOT NULL DEFAULT (\'\'), "phone" varchar(100) NOT NULL DEFAULT (\'\'), "email" varchar(200) NOT NULL DEFAULT (\'\'), "website" varchar(300) NOT NULL DEFAULT (\'\'), "revision" integer NOT NULL DEFAULT (0), CONSTRAINT "UQ_fbda24d0286deca69d0b8d30f10" UNIQUE ("code"))',
  'CREATE INDEX "IDX_c94c8b0e5b04209ae1f2778f81" ON "agency" ("parentId") ',
  'CREATE INDEX "IDX_72965c9a168bd3fcdba2ffc3bd" ON "agency" ("path") ',
  'CREATE INDEX "IDX_4e92cf584491e9a824e011be1b" ON "agency" ("revision") ',
  'CREATE TABLE "agency_placement" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "agencyId" integer NOT NULL, "parentId" integer, "validFrom" varchar(10) NOT NULL, "validTo" varchar(10))',
  'CREATE INDEX "IDX_8af5c50bd5cfc49a1ef8b7f75e" ON "agency_placement" ("agencyId") ',
  'CREATE TABLE "procedure" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "code" varchar(8) NOT NULL, "name" text NOT NULL, "folded" text NOT NULL, "fieldId" integer NOT NULL, "levels" text NOT NULL, "decidingAgency" text NOT NULL DEFAULT (\'\'), "handlingAgency" text NOT NULL DEFAULT (\'\'), "coAgencies" text NOT NULL DEFAULT (\'\'), "decisionNumber" varchar(200) NOT NULL DEFAULT (\'\'), "legalBasis" text NOT NULL DEFAULT (\'\'), "subjects" text NOT NULL, "status" varchar(8) NOT NULL DEFAULT (\'ACTIVE\'), "sourceUrl" text NOT NULL DEFAULT (\'\'), CONSTRAINT "UQ_5b9ee346c174d4b2682947d1984" UNIQUE ("code"))',
  'CREATE INDEX "IDX_05d11c6e2f01527c1624af4b68" ON "procedure" ("fieldId") ',
  'CREATE TABLE "procedure_field" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "code" varchar(200) NOT NULL, "name" varchar(200) NOT NULL, "folded" text NOT NULL, CONSTRAINT "UQ_91148df66b6e570c7d375c4d7d3" UNIQUE ("code"))',
  'CREATE TABLE "feedback" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "code" varchar(24) NOT NULL, "version" integer NOT NULL, "state" varchar(24) NOT NULL, "kind" varchar(16) NOT NULL, "subject" varchar(24) NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "folded" text NOT NULL, "procedureId" integer, "fieldId" integer, "channel" varchar(24) NOT NULL, "intakeAgencyId" integer NOT NULL, "handlingAgencyId" integer NOT NULL, "submittedAt" bigint NOT NULL, "registerNumber" varchar(64), "dueDay" varchar(10) NOT NULL, "plainDueDay" varchar(10) NOT NULL, "deadline" text NOT NULL, "overdueAfter" varchar(10), "triageDueDay" varchar(10) NOT NULL, "forwardDueDay" varchar(10), "previousState" varchar(24), "hops" integer NOT NULL, "reopenCount" integer NOT NULL, "answeredAt" bigint, "replyId" integer, "publication" varchar(24) NOT NULL, "proposedById" integer, "rating" varchar(24), "mergedIntoId" integer, "mergedCount" integer NOT NULL, "submissionKey" varchar(64) NOT NULL, CONSTRAINT "UQ_1dbb7725a4168496ba999557e25" UNIQUE ("code"), CONSTRAINT "UQ_dc576d0f5cdcbe6ce44be1a8f07" UNIQUE ("registerNumber"), CONSTRAINT "UQ_f253cf68fe62b110c1451506da2" UNIQUE ("submissionKey"))',
  'CREATE INDEX "IDX_5be1b53ea50c2bed1c734ff567" ON "feedback" ("publication", "answeredAt") ',
  'CREATE INDEX "IDX_3e81d4eae87e815b8b54fd1be0" ON "feedback" ("state", "dueDay") ',
  'CREATE INDEX "IDX_707c18580735aba852ff58fa32" ON "feedback" ("intakeAgencyId", "state", "dueDay") ',
  'CREATE INDEX "IDX_fd54139f62ca8906ff41179d69" ON "feedback" ("handlingAgencyId", "state", "dueDay") ',
  'CREATE TABLE "feedback_text" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "body" text NOT NULL)',
  'CREATE INDEX "IDX_16612eb1d9a1eadecd8fd02dd3" ON "feedback_text" ("feedbackId") ',
  'CREATE TABLE "journal_entry" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "seq" integer NOT NULL, "recordedAt" bigint NOT NULL, "effectiveAt" bigint NOT NULL, "action" varchar(24) NOT NULL, "fromState" varchar(24), "toState" varchar(24) NOT NULL, "actorKind" varchar(8) NOT NULL, "actorId" integer, "actorAgencyId" integer, "agencyId" integer NOT NULL, "fromAgencyId" integer, "subject" varchar(24) NOT NULL, "fromSubject" varchar(24), "fieldId" integer, "fromFieldId" integer, "dueDay" varchar(10) NOT NULL, "plainDueDay" varchar(10) NOT NULL, "publication" varchar(24) NOT NULL, "rating" varchar(24), "reasonCode" varchar(32), "textId" integer, "replyId" integer, "details" text, "prevHash" varchar(64) NOT NULL, "hash" varchar(64) NOT NULL)',
  'CREATE INDEX "IDX_0e6096b47c0d261b04addf9230" ON "journal_entry" ("recordedAt") ',
  'CREATE UNIQUE INDEX "IDX_f6053802a992a6008b90e3fa17" ON "journal_entry" ("feedbackId", "seq") ',
  'CREATE TABLE "register_counter" ("agencyId" integer NOT NULL, "year" integer NOT NULL, "last" integer NOT NULL, PRIMARY KEY ("agencyId", "year"))',
  'CREATE TABLE "reply" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "body" text NOT NULL, "outcome" varchar(32) NOT NULL, "criteria" text, "number" varchar(64), "day" varchar(10), "signatory" varchar(120), "drafterId" integer NOT NULL, "approvedById" integer, "draftedAt" bigint NOT NULL)',
  'CREATE INDEX "IDX_955240fd0961672d956c55176e" ON "reply" ("feedbackId") ',
  'CREATE TABLE "submitter" ("feedbackId" integer PRIMARY KEY NOT NULL, "type" varchar(16) NOT NULL, "name" text NOT NULL, "address" text NOT NULL, "phone" varchar(40) NOT NULL, "email" varchar(254))',
  'CREATE TABLE "outbox_message" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "topic" varchar(40) NOT NULL, "key" varchar(120) NOT NULL, "payload" text NOT NULL, "runAt" bigint NOT NULL, "state" varchar(8) NOT NULL, "attempts" integer NOT NULL, "claimedUntil" bigint NOT NULL, "lastError" text, CONSTRAINT "UQ_e06b294200d0e09060d812bca72" UNIQUE ("key"))',
  'CREATE INDEX "IDX_6fa2e9ad694ef2c7ebc7f2fa60" ON "outbox_message" ("state", "runAt") ',
  'CREATE TABLE "attempt" ("key" varchar(43) PRIMARY KEY NOT NULL, "tries" integer NOT NULL, "lastAt" bigint NOT NULL, "blockedUntil" bigint NOT NULL)',
  'CREATE INDEX "IDX_41febc2216ad7f1eb957b21c81" ON "attempt" ("lastAt") ',
  'CREATE TABLE "web_session" ("id" varchar(43) PRIMARY KEY NOT NULL, "staffId" integer NOT NULL, "data" text NOT NULL, "lastSeen" bigint NOT NULL, "expiresAt" bigint NOT NULL)',
  'CREATE INDEX "IDX_8ae7750e6a233e69cde7c36686" ON "web_session" ("staffId") ',
  'CREATE INDEX "IDX_587fe914f5c501dd5a6c6010c9" ON "web_session" ("expiresAt") ',
  'CREATE TABLE "publication" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "replyId" integer NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "reply" text NOT NULL, "folded" text NOT NULL, "proposedById" integer NOT NULL, "proposedAt" bigint NOT NULL, "publishedById" integer, "publishedAt" bigint, CONSTRAINT "UQ_e372bacf75ee4f8022e31bfd704" UNIQUE ("feedbackId"))',
  'CREATE INDEX "IDX_5c836a6e69640cbfa8827be5ce" ON "publication" ("publishedAt") ',
  'DROP INDEX "IDX_92496a920ebc8f6446e8c7af16"',
  'CREATE TABLE "temporary_staff_grant" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "staffId" integer NOT NULL, "role" varchar(20) NOT NULL, "agencyId" integer NOT NULL, CONSTRAINT "FK_6aacd7d6741cddb43ad3448e2ac" FOREIGN KEY ("staffId") REFERENCES "staff" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_staff_grant"("id", "staffId", "role", "agencyId") SELECT "id", "staffId", "role", "agencyId" FROM "staff_grant"',
  'DROP TABLE "staff_grant"',
  'ALTER TABLE "temporary_staff_grant" RENAME TO "staff_grant"',
  'CREATE UNIQUE INDEX "IDX_92496a920ebc8f6446e8c7af16" ON "staff_grant" ("staffId", "role", "agencyId") ',
  'DROP INDEX "IDX_5be1b53ea50c2bed1c734ff567"',
  'DROP INDEX "IDX_3e81d4eae87e815b8b54fd1be0"',
  'DROP INDEX "IDX_707c18580735aba852ff58fa32"',
  'DROP INDEX "IDX_fd54139f62ca8906ff41179d69"',
  'CREATE TABLE "temporary_feedback" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "code" varchar(24) NOT NULL, "version" integer NOT NULL, "state" varchar(24) NOT NULL, "kind" varchar(16) NOT NULL, "subject" varchar(24) NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "folded" text NOT NULL, "procedureId" integer, "fieldId" integer, "channel" varchar(24) NOT NULL, "intakeAgencyId" integer NOT NULL, "handlingAgencyId" integer NOT NULL, "submittedAt" bigint NOT NULL, "registerNumber" varchar(64), "dueDay" varchar(10) NOT NULL, "plainDueDay" varchar(10) NOT NULL, "deadline" text NOT NULL, "overdueAfter" varchar(10), "triageDueDay" varchar(10) NOT NULL, "forwardDueDay" varchar(10), "previousState" varchar(24), "hops" integer NOT NULL, "reopenCount" integer NOT NULL, "answeredAt" bigint, "replyId" integer, "publication" varchar(24) NOT NULL, "proposedById" integer, "rating" varchar(24), "mergedIntoId" integer, "mergedCount" integer NOT NULL, "submissionKey" varchar(64) NOT NULL, CONSTRAINT "UQ_1dbb7725a4168496ba999557e25" UNIQUE ("code"), CONSTRAINT "UQ_dc576d0f5cdcbe6ce44be1a8f07" UNIQUE ("registerNumber"), CONSTRAINT "UQ_f253cf68fe62b110c1451506da2" UNIQUE ("submissionKey"), CONSTRAINT "FK_bedf7c402e6081a5d81d0bd9762" FOREIGN KEY ("procedureId") REFERENCES "procedure" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_805f728ea7ec8924e428a106f3c" FOREIGN KEY ("fieldId") REFERENCES "procedure_field" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_68bb697129bf4bc6567178fc6c2" FOREIGN KEY ("intakeAgencyId") REFERENCES "agency" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_7f1d6aa38b3b960aea7d615caac" FOREIGN KEY ("handlingAgencyId") REFERENCES "agency" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_feedback"("id", "code", "version", "state", "kind", "subject", "title", "content", "folded", "procedureId", "fieldId", "channel", "intakeAgencyId", "handlingAgencyId", "submittedAt", "registerNumber", "dueDay", "plainDueDay", "deadline", "overdueAfter", "triageDueDay", "forwardDueDay", "previousState", "hops", "reopenCount", "answeredAt", "replyId", "publication", "proposedById", "rating", "mergedIntoId", "mergedCount", "submissionKey") SELECT "id", "code", "version", "state", "kind", "subject", "title", "content", "folded", "procedureId", "fieldId", "channel", "intakeAgencyId", "handlingAgencyId", "submittedAt", "registerNumber", "dueDay", "plainDueDay", "deadline", "overdueAfter", "triageDueDay", "forwardDueDay", "previousState", "hops", "reopenCount", "answeredAt", "replyId", "publication", "proposedById", "rating", "mergedIntoId", "mergedCount", "submissionKey" FROM "feedback"',
  'DROP TABLE "feedback"',
  'ALTER TABLE "temporary_feedback" RENAME TO "feedback"',
  'CREATE INDEX "IDX_5be1b53ea50c2bed1c734ff567" ON "feedback" ("publication", "answeredAt") ',
  'CREATE INDEX "IDX_3e81d4eae87e815b8b54fd1be0" ON "feedback" ("state", "dueDay") ',
  'CREATE INDEX "IDX_707c18580735aba852ff58fa32" ON "feedback" ("intakeAgencyId", "state", "dueDay") ',
  'CREATE INDEX "IDX_fd54139f62ca8906ff41179d69" ON "feedback" ("handlingAgencyId", "state", "dueDay") ',
  'CREATE TABLE "temporary_submitter" ("feedbackId" integer PRIMARY KEY NOT NULL, "type" varchar(16) NOT NULL, "name" text NOT NULL, "address" text NOT NULL, "phone" varchar(40) NOT NULL, "email" varchar(254), CONSTRAINT "FK_ad0aa247383af2345b64fa40fa8" FOREIGN KEY ("feedbackId") REFERENCES "feedback" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_submitter"("feedbackId", "type", "name", "address", "phone", "email") SELECT "feedbackId", "type", "name", "address", "phone", "email" FROM "submitter"',
  'DROP TABLE "submitter"',
  'ALTER TABLE "temporary_submitter" RENAME TO "submitter"',
  'DROP INDEX "IDX_5c836a6e69640cbfa8827be5ce"',
  'CREATE TABLE "temporary_publication" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "feedbackId" integer NOT NULL, "replyId" integer NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "reply" text NOT NULL, "folded" text NOT NULL, "proposedById" integer NOT NULL, "proposedAt" bigint NOT NULL, "publishedById" integer, "publishedAt" bigint, CONSTRAINT "UQ_e372bacf75ee4f8022e31bfd704" UNIQUE ("feedbackId"), CONSTRAINT "FK_e372bacf75ee4f8022e31bfd704" FOREIGN KEY ("feedbackId") REFERENCES "feedback" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_55c45992e58d2c41c7f57796649" FOREIGN KEY ("replyId") REFERENCES "reply" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
  'INSERT INTO "temporary_publication"("id", "feedbackId", "replyId", "title", "content", "reply", "folded", "proposedById", "proposedAt", "publishedById", "publishedAt") SELECT "id", "feedbackId", "replyId", "title", "content", "reply", "folded", "proposedById", "proposedAt", "publishedById", "publishedAt" FROM "publication"',
  'DROP TABLE "publication"',
  'ALTER TABLE "temporary_publication" RENAME TO "publication"',
  'CREATE INDEX "IDX_5c836a6e69640cbfa8827be5ce" ON "publication" ("publishedAt") ',
];

export class Initial1763683200000 implements MigrationInterface {
  name = 'Initial1763683200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) await runner.query(sql);
  }

  down(): Promise<void> {
    throw new Error('restore the backup instead');
  }
}
