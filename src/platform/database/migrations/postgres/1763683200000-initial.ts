import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'CREATE TABLE "first_run_token" ("hash" character varying(64) NOT NULL, "createdAt" bigint NOT NULL, CONSTRAINT "PK_6f2ee6931f1a82e9872cc826600" PRIMARY KEY ("hash"))',
  'CREATE TABLE "staff" ("id" SERIAL NOT NULL, "username" character varying(40) NOT NULL, "name" character varying(200) NOT NULL, "position" character varying(200) NOT NULL DEFAULT \'\', "agencyId" integer NOT NULL, "passwordHash" character varying(200) NOT NULL, "passwordTemporary" boolean NOT NULL DEFAULT false, "sessionStamp" character varying(64) NOT NULL, "active" boolean NOT NULL DEFAULT true, "createdAt" bigint NOT NULL, CONSTRAINT "UQ_35aafb5ad218f3ff1ff70e281eb" UNIQUE ("username"), CONSTRAINT "PK_e4ee98bb552756c180aec1e854a" PRIMARY KEY ("id"))',
  'CREATE TABLE "staff_grant" ("id" SERIAL NOT NULL, "staffId" integer NOT NULL, "role" character varying(20) NOT NULL, "agencyId" integer NOT NULL, CONSTRAINT "PK_4abe62149614329fdb2abb0561e" PRIMARY KEY ("id"))',
  'CREATE UNIQUE INDEX "IDX_92496a920ebc8f6446e8c7af16" ON "staff_grant"  ("staffId", "role", "agencyId") ',
  'CREATE TABLE "calendar_day" ("day" character varying(10) NOT NULL, "kind" character varying(4) NOT NULL, "name" character varying(200) NOT NULL, "confirmed" boolean NOT NULL, "applied" boolean NOT NULL DEFAULT true, "swappedWith" character varying(10), CONSTRAINT "PK_0f0fd32432f4e23544a28c0562b" PRIMARY KEY ("day"))',
  'CREATE TABLE "calendar_year" ("year" integer NOT NULL, "confirmed" boolean NOT NULL, "note" text NOT NULL, "revision" integer NOT NULL, CONSTRAINT "PK_4a5f5b39f8e07f51dab5be6fed9" PRIMARY KEY ("year"))',
  'CREATE TABLE "agency" ("id" SERIAL NOT NULL, "code" character varying(40) NOT NULL, "name" character varying(300) NOT NULL, "shortName" character varying(200) NOT NULL, "folded" text NOT NULL, "level" character varying(12) NOT NULL, "parentId" integer, "path" character varying(200) NOT NULL, "validFrom" character varying(10) NOT NULL, "validTo" character varying(10), "successorId" integer, "intakeOpen" boolean NOT NULL DEFAULT true, "takesUnaddressed" boolean NOT NULL DEFAULT false, "address" text NOT NULL DEFAULT \'\', "postalAddress" text NOT NULL DEFAULT \'\', "phone" character varying(100) NOT NULL DEFAULT \'\', "email" character varying(200) NOT NULL DEFAULT \'\', "website" character varying(300) NOT NULL DEFAULT \'\', "revision" integer NOT NULL DEFAULT \'0\', CONSTRAINT "UQ_fbda24d0286deca69d0b8d30f10" UNIQUE ("code"), CONSTRAINT "PK_ab1244724d1c216e9720635a2e5" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_c94c8b0e5b04209ae1f2778f81" ON "agency"  ("parentId") ',
  'CREATE INDEX "IDX_72965c9a168bd3fcdba2ffc3bd" ON "agency"  ("path") ',
  'CREATE INDEX "IDX_4e92cf584491e9a824e011be1b" ON "agency"  ("revision") ',
  'CREATE TABLE "agency_placement" ("id" SERIAL NOT NULL, "agencyId" integer NOT NULL, "parentId" integer, "validFrom" character varying(10) NOT NULL, "validTo" character varying(10), CONSTRAINT "PK_47c461227814ac060acfa968a6e" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_8af5c50bd5cfc49a1ef8b7f75e" ON "agency_placement"  ("agencyId") ',
  'CREATE TABLE "procedure" ("id" SERIAL NOT NULL, "code" character varying(8) NOT NULL, "name" text NOT NULL, "folded" text NOT NULL, "fieldId" integer NOT NULL, "levels" text NOT NULL, "decidingAgency" text NOT NULL DEFAULT \'\', "handlingAgency" text NOT NULL DEFAULT \'\', "coAgencies" text NOT NULL DEFAULT \'\', "decisionNumber" character varying(200) NOT NULL DEFAULT \'\', "legalBasis" text NOT NULL DEFAULT \'\', "subjects" text NOT NULL, "status" character varying(8) NOT NULL DEFAULT \'ACTIVE\', "sourceUrl" text NOT NULL DEFAULT \'\', CONSTRAINT "UQ_5b9ee346c174d4b2682947d1984" UNIQUE ("code"), CONSTRAINT "PK_9888785b528492e7539d96e3894" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_05d11c6e2f01527c1624af4b68" ON "procedure"  ("fieldId") ',
  'CREATE TABLE "procedure_field" ("id" SERIAL NOT NULL, "code" character varying(200) NOT NULL, "name" character varying(200) NOT NULL, "folded" text NOT NULL, CONSTRAINT "UQ_91148df66b6e570c7d375c4d7d3" UNIQUE ("code"), CONSTRAINT "PK_08418197d4f976028fcc3f2dd03" PRIMARY KEY ("id"))',
  'CREATE TABLE "feedback" ("id" SERIAL NOT NULL, "code" character varying(24) NOT NULL, "version" integer NOT NULL, "state" character varying(24) NOT NULL, "kind" character varying(16) NOT NULL, "subject" character varying(24) NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "folded" text NOT NULL, "procedureId" integer, "fieldId" integer, "channel" character varying(24) NOT NULL, "intakeAgencyId" integer NOT NULL, "handlingAgencyId" integer NOT NULL, "submittedAt" bigint NOT NULL, "registerNumber" character varying(64), "dueDay" character varying(10) NOT NULL, "plainDueDay" character varying(10) NOT NULL, "deadline" text NOT NULL, "overdueAfter" character varying(10), "triageDueDay" character varying(10) NOT NULL, "forwardDueDay" character varying(10), "previousState" character varying(24), "hops" integer NOT NULL, "reopenCount" integer NOT NULL, "answeredAt" bigint, "replyId" integer, "publication" character varying(24) NOT NULL, "proposedById" integer, "rating" character varying(24), "mergedIntoId" integer, "mergedCount" integer NOT NULL, "submissionKey" character varying(64) NOT NULL, CONSTRAINT "UQ_1dbb7725a4168496ba999557e25" UNIQUE ("code"), CONSTRAINT "UQ_dc576d0f5cdcbe6ce44be1a8f07" UNIQUE ("registerNumber"), CONSTRAINT "UQ_f253cf68fe62b110c1451506da2" UNIQUE ("submissionKey"), CONSTRAINT "PK_8389f9e087a57689cd5be8b2b13" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_5be1b53ea50c2bed1c734ff567" ON "feedback"  ("publication", "answeredAt") ',
  'CREATE INDEX "IDX_3e81d4eae87e815b8b54fd1be0" ON "feedback"  ("state", "dueDay") ',
  'CREATE INDEX "IDX_707c18580735aba852ff58fa32" ON "feedback"  ("intakeAgencyId", "state", "dueDay") ',
  'CREATE INDEX "IDX_fd54139f62ca8906ff41179d69" ON "feedback"  ("handlingAgencyId", "state", "dueDay") ',
  'CREATE TABLE "feedback_text" ("id" SERIAL NOT NULL, "feedbackId" integer NOT NULL, "body" text NOT NULL, CONSTRAINT "PK_23d954f417579ea802d65649c1b" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_16612eb1d9a1eadecd8fd02dd3" ON "feedback_text"  ("feedbackId") ',
  'CREATE TABLE "journal_entry" ("id" SERIAL NOT NULL, "feedbackId" integer NOT NULL, "seq" integer NOT NULL, "recordedAt" bigint NOT NULL, "effectiveAt" bigint NOT NULL, "action" character varying(24) NOT NULL, "fromState" character varying(24), "toState" character varying(24) NOT NULL, "actorKind" character varying(8) NOT NULL, "actorId" integer, "actorAgencyId" integer, "agencyId" integer NOT NULL, "fromAgencyId" integer, "subject" character varying(24) NOT NULL, "fromSubject" character varying(24), "fieldId" integer, "fromFieldId" integer, "dueDay" character varying(10) NOT NULL, "plainDueDay" character varying(10) NOT NULL, "publication" character varying(24) NOT NULL, "rating" character varying(24), "reasonCode" character varying(32), "textId" integer, "replyId" integer, "details" text, "prevHash" character varying(64) NOT NULL, "hash" character varying(64) NOT NULL, CONSTRAINT "PK_69167f660c807d2aa178f0bd7e6" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_0e6096b47c0d261b04addf9230" ON "journal_entry"  ("recordedAt") ',
  'CREATE UNIQUE INDEX "IDX_f6053802a992a6008b90e3fa17" ON "journal_entry"  ("feedbackId", "seq") ',
  'CREATE TABLE "register_counter" ("agencyId" integer NOT NULL, "year" integer NOT NULL, "last" integer NOT NULL, CONSTRAINT "PK_b983c6df6b185a5c8a9cf92987e" PRIMARY KEY ("agencyId", "year"))',
  'CREATE TABLE "reply" ("id" SERIAL NOT NULL, "feedbackId" integer NOT NULL, "body" text NOT NULL, "outcome" character varying(32) NOT NULL, "criteria" text, "number" character varying(64), "day" character varying(10), "signatory" character varying(120), "drafterId" integer NOT NULL, "approvedById" integer, "draftedAt" bigint NOT NULL, CONSTRAINT "PK_94fa9017051b40a71e000a2aff9" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_955240fd0961672d956c55176e" ON "reply"  ("feedbackId") ',
  'CREATE TABLE "submitter" ("feedbackId" integer NOT NULL, "type" character varying(16) NOT NULL, "name" text NOT NULL, "address" text NOT NULL, "phone" character varying(40) NOT NULL, "email" character varying(254), CONSTRAINT "PK_ad0aa247383af2345b64fa40fa8" PRIMARY KEY ("feedbackId"))',
  'CREATE TABLE "outbox_message" ("id" SERIAL NOT NULL, "topic" character varying(40) NOT NULL, "key" character varying(120) NOT NULL, "payload" text NOT NULL, "runAt" bigint NOT NULL, "state" character varying(8) NOT NULL, "attempts" integer NOT NULL, "claimedUntil" bigint NOT NULL, "lastError" text, CONSTRAINT "UQ_e06b294200d0e09060d812bca72" UNIQUE ("key"), CONSTRAINT "PK_2f36ee5236f2793f3e7bd554589" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_6fa2e9ad694ef2c7ebc7f2fa60" ON "outbox_message"  ("state", "runAt") ',
  'CREATE TABLE "attempt" ("key" character varying(43) NOT NULL, "tries" integer NOT NULL, "lastAt" bigint NOT NULL, "blockedUntil" bigint NOT NULL, CONSTRAINT "PK_e3a39bfc9b3dc559313a8f4a957" PRIMARY KEY ("key"))',
  'CREATE INDEX "IDX_41febc2216ad7f1eb957b21c81" ON "attempt"  ("lastAt") ',
  'CREATE TABLE "web_session" ("id" character varying(43) NOT NULL, "staffId" integer NOT NULL, "data" text NOT NULL, "lastSeen" bigint NOT NULL, "expiresAt" bigint NOT NULL, CONSTRAINT "PK_a20f923225e2b0ea32d675dc9ef" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_8ae7750e6a233e69cde7c36686" ON "web_session"  ("staffId") ',
  'CREATE INDEX "IDX_587fe914f5c501dd5a6c6010c9" ON "web_session"  ("expiresAt") ',
  'CREATE TABLE "publication" ("id" SERIAL NOT NULL, "feedbackId" integer NOT NULL, "replyId" integer NOT NULL, "title" text NOT NULL, "content" text NOT NULL, "reply" text NOT NULL, "folded" text NOT NULL, "proposedById" integer NOT NULL, "proposedAt" bigint NOT NULL, "publishedById" integer, "publishedAt" bigint, CONSTRAINT "UQ_e372bacf75ee4f8022e31bfd704" UNIQUE ("feedbackId"), CONSTRAINT "PK_8aea8363d5213896a78d8365fab" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_5c836a6e69640cbfa8827be5ce" ON "publication"  ("publishedAt") ',
  'ALTER TABLE "staff_grant" ADD CONSTRAINT "FK_6aacd7d6741cddb43ad3448e2ac" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "feedback" ADD CONSTRAINT "FK_bedf7c402e6081a5d81d0bd9762" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "feedback" ADD CONSTRAINT "FK_805f728ea7ec8924e428a106f3c" FOREIGN KEY ("fieldId") REFERENCES "procedure_field"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "feedback" ADD CONSTRAINT "FK_68bb697129bf4bc6567178fc6c2" FOREIGN KEY ("intakeAgencyId") REFERENCES "agency"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "feedback" ADD CONSTRAINT "FK_7f1d6aa38b3b960aea7d615caac" FOREIGN KEY ("handlingAgencyId") REFERENCES "agency"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "submitter" ADD CONSTRAINT "FK_ad0aa247383af2345b64fa40fa8" FOREIGN KEY ("feedbackId") REFERENCES "feedback"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "publication" ADD CONSTRAINT "FK_e372bacf75ee4f8022e31bfd704" FOREIGN KEY ("feedbackId") REFERENCES "feedback"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "publication" ADD CONSTRAINT "FK_55c45992e58d2c41c7f57796649" FOREIGN KEY ("replyId") REFERENCES "reply"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
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
