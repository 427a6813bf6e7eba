import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'CREATE TABLE "mail_template" ("letter" character varying(40) NOT NULL, "subject" character varying(200) NOT NULL, "body" text NOT NULL, "changedAt" bigint NOT NULL, "changedById" integer NOT NULL, CONSTRAINT "PK_79f536be72932a4eb7100220f57" PRIMARY KEY ("letter"))',
  'CREATE TABLE "procedure_text" ("procedureId" integer NOT NULL, "body" text NOT NULL, CONSTRAINT "PK_553f6dd355986ebd5b1fefb551e" PRIMARY KEY ("procedureId"))',
  'CREATE TABLE "attachment" ("id" SERIAL NOT NULL, "feedbackId" integer NOT NULL, "seq" integer NOT NULL, "purpose" character varying(16) NOT NULL, "replyId" integer, "noteId" integer, "name" character varying(200) NOT NULL, "mediaType" character varying(100) NOT NULL, "size" integer NOT NULL, "sha256" character varying(64) NOT NULL, "storedName" character varying(64) NOT NULL, "scan" character varying(12) NOT NULL, "addedAt" bigint NOT NULL, CONSTRAINT "UQ_c3ff6eb4d23db0b85815a10a575" UNIQUE ("storedName"), CONSTRAINT "PK_d2a80c3a8d467f08a750ac4b420" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_15bb82bc0c9ee4c9f4ece71f64" ON "attachment"  ("scan") ',
  'CREATE INDEX "IDX_f7d0d7e89529bb8d2d3cf1ede9" ON "attachment"  ("feedbackId") ',
  'CREATE TABLE "coordination" ("id" SERIAL NOT NULL, "feedbackId" integer NOT NULL, "agencyId" integer NOT NULL, "dueDay" character varying(10) NOT NULL, "askedById" integer NOT NULL, "askedAt" bigint NOT NULL, "askedSeq" integer NOT NULL, "answeredById" integer, "answeredAt" bigint, "answeredSeq" integer, CONSTRAINT "PK_9fff1681aa74370990a2d9dde69" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_79af5e21032bdefea852a4f529" ON "coordination"  ("agencyId", "answeredAt", "dueDay") ',
  'CREATE INDEX "IDX_681069f2064d39ba9ec8e60728" ON "coordination"  ("feedbackId") ',
  'CREATE TABLE "term_rule" ("id" SERIAL NOT NULL, "subject" character varying(24), "urgency" character varying(16), "channel" character varying(24), "agencyId" integer, "term" integer NOT NULL, "validFrom" character varying(10) NOT NULL, "validTo" character varying(10), "note" character varying(300) NOT NULL DEFAULT \'\', "addedById" integer NOT NULL, "addedAt" bigint NOT NULL, "endedById" integer, CONSTRAINT "PK_ba1853679e8eea1f1fd7e295902" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_5e54aceaa3277b443a12b6ac17" ON "term_rule"  ("agencyId", "validFrom") ',
  'CREATE TABLE "absence" ("id" SERIAL NOT NULL, "staffId" integer NOT NULL, "fromDay" character varying(10) NOT NULL, "toDay" character varying(10) NOT NULL, "substituteId" integer, "createdAt" bigint NOT NULL, CONSTRAINT "PK_30089b15c0f880f026581218c16" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_312c04e69ca35988dd1278d767" ON "absence"  ("substituteId", "toDay") ',
  'CREATE INDEX "IDX_63945d922cf27d77b4a539c383" ON "absence"  ("staffId", "toDay") ',
  'CREATE TABLE "kept_draft" ("id" SERIAL NOT NULL, "staffId" integer NOT NULL, "feedbackId" integer NOT NULL, "form" character varying(40) NOT NULL, "fields" text NOT NULL, "savedAt" bigint NOT NULL, CONSTRAINT "PK_d4a26c20225cc56275fc1e6d1d5" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_19cb2fef9fcef6f8d8c907b4c1" ON "kept_draft"  ("feedbackId") ',
  'CREATE UNIQUE INDEX "IDX_2fd88b1d9a61c0ce03886c3f51" ON "kept_draft"  ("staffId", "feedbackId", "form") ',
  'CREATE TABLE "note" ("id" SERIAL NOT NULL, "feedbackId" integer NOT NULL, "authorId" integer NOT NULL, "agencyId" integer NOT NULL, "writtenAt" bigint NOT NULL, "body" text NOT NULL, CONSTRAINT "PK_96d0c172a4fba276b1bbed43058" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_20bbfeeb1383e8d2a6165fa042" ON "note"  ("feedbackId") ',
  'CREATE TABLE "presence" ("id" SERIAL NOT NULL, "feedbackId" integer NOT NULL, "staffId" integer NOT NULL, "doing" character varying(40) NOT NULL, "seenAt" bigint NOT NULL, CONSTRAINT "PK_e0088b38d7cf2dc6ad815d33e7d" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_60f98809afeb1773ae42bc8cd1" ON "presence"  ("seenAt") ',
  'CREATE UNIQUE INDEX "IDX_011c91285179c4fec0df4b54d3" ON "presence"  ("feedbackId", "staffId") ',
  'CREATE TABLE "reply_template" ("id" SERIAL NOT NULL, "agencyId" integer NOT NULL, "name" character varying(120) NOT NULL, "body" text NOT NULL, "outcome" character varying(32), "changedById" integer NOT NULL, "changedAt" bigint NOT NULL, "retiredAt" bigint, CONSTRAINT "PK_4a3ada0e40cac8291f49287a8f4" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_e3e6fbedf189e03d3424749306" ON "reply_template"  ("agencyId") ',
  'CREATE TABLE "saved_filter" ("id" SERIAL NOT NULL, "staffId" integer NOT NULL, "name" character varying(60) NOT NULL, "query" text NOT NULL, "createdAt" bigint NOT NULL, CONSTRAINT "PK_efff8142c6db3d6ed6f47bc2719" PRIMARY KEY ("id"))',
  'CREATE UNIQUE INDEX "IDX_29a2103c36aada04bcead94fd6" ON "saved_filter"  ("staffId", "name") ',
  'CREATE TABLE "staged_upload" ("id" SERIAL NOT NULL, "storedName" character varying(64) NOT NULL, "name" character varying(200) NOT NULL, "mediaType" character varying(100) NOT NULL, "size" integer NOT NULL, "sha256" character varying(64) NOT NULL, "scan" character varying(12) NOT NULL, "createdAt" bigint NOT NULL, CONSTRAINT "UQ_33ee0942dfbfb59787cac09ac8f" UNIQUE ("storedName"), CONSTRAINT "PK_2eb5d13d5a270253843088cc1f7" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_186d23e7582d8ad096cd889de0" ON "staged_upload"  ("createdAt") ',
  'CREATE TABLE "routing_rule" ("id" SERIAL NOT NULL, "position" integer NOT NULL, "name" character varying(120) NOT NULL, "active" boolean NOT NULL DEFAULT false, "procedureId" integer, "fieldId" integer, "subject" character varying(24), "place" text NOT NULL DEFAULT \'\', "words" text NOT NULL DEFAULT \'\', "everythingElse" boolean NOT NULL DEFAULT false, "agencyId" integer NOT NULL, "note" text NOT NULL DEFAULT \'\', "version" integer NOT NULL DEFAULT \'1\', "changedById" integer, "changedAt" bigint NOT NULL, CONSTRAINT "PK_b402e9e6a4d11fbd58e076daa2f" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_e788fe1ceb9f62249cb88737ab" ON "routing_rule"  ("active", "position") ',
  'ALTER TABLE "staff" ADD "email" character varying(254)',
  'ALTER TABLE "staff" ADD "wantsDigest" boolean NOT NULL DEFAULT true',
  'ALTER TABLE "staff" ADD "wantsReminders" boolean NOT NULL DEFAULT true',
  'ALTER TABLE "procedure" ADD "revision" integer NOT NULL DEFAULT \'0\'',
  'ALTER TABLE "feedback" ADD "urgency" character varying(16) NOT NULL DEFAULT \'NORMAL\'',
  'ALTER TABLE "feedback" ADD "place" text',
  'ALTER TABLE "feedback" ADD "concernedName" text',
  'ALTER TABLE "feedback" ADD "aboutHead" boolean NOT NULL DEFAULT false',
  'ALTER TABLE "feedback" ADD "concernsStaffId" integer',
  'ALTER TABLE "feedback" ADD "proposal" text',
  'ALTER TABLE "feedback" ADD "assigneeId" integer',
  'ALTER TABLE "feedback" ADD "changedAt" bigint NOT NULL DEFAULT \'0\'',
  'ALTER TABLE "feedback" ADD "apologyDay" character varying(10)',
  'ALTER TABLE "feedback" ADD "extensionAskedById" integer',
  'ALTER TABLE "feedback" ADD "reopenAsked" boolean NOT NULL DEFAULT false',
  'ALTER TABLE "feedback" ADD "reopenDeclined" boolean NOT NULL DEFAULT false',
  'ALTER TABLE "feedback" ADD "splitFromId" integer',
  'ALTER TABLE "outbox_message" ADD "unreported" integer NOT NULL DEFAULT \'0\'',
  'CREATE INDEX "IDX_f2956b120abacfa1bfcb1d0dc3" ON "procedure"  ("revision") ',
  'CREATE INDEX "IDX_cbdecc1627f3680f7b73c92079" ON "feedback"  ("procedureId", "submittedAt") ',
  'CREATE INDEX "IDX_b0b426fbb1894fb721abeaf283" ON "feedback"  ("answeredAt", "id") ',
  'CREATE INDEX "IDX_46e3e78151b2187b139c0576eb" ON "feedback"  ("submittedAt", "id") ',
  'CREATE INDEX "IDX_ecc3c2a5adfc0ccb5aff802a32" ON "feedback"  ("changedAt", "id", "state") WHERE "state" IN (\'SUBMITTED\', \'RECEIVED\', \'FORWARDED\', \'IN_PROGRESS\', \'AWAITING_APPROVAL\', \'NEEDS_INFO\')',
  'CREATE INDEX "IDX_59f000e96d466c99499ecdd8c7" ON "feedback"  ("submittedAt", "id", "state") WHERE "state" IN (\'SUBMITTED\', \'RECEIVED\', \'FORWARDED\', \'IN_PROGRESS\', \'AWAITING_APPROVAL\', \'NEEDS_INFO\')',
  'CREATE INDEX "IDX_251d41ea6c837825dee40772a1" ON "feedback"  ("dueDay", "id", "state", "handlingAgencyId", "intakeAgencyId", "overdueAfter", "assigneeId", "concernsStaffId", "hops", "extensionAskedById", "urgency", "registerNumber") WHERE "state" IN (\'SUBMITTED\', \'RECEIVED\', \'FORWARDED\', \'IN_PROGRESS\', \'AWAITING_APPROVAL\', \'NEEDS_INFO\')',
  'CREATE INDEX "IDX_5dd95de4e423c0a48847e1bcf9" ON "feedback"  ("mergedIntoId") ',
  'CREATE INDEX "IDX_7dcaa16a6bfb75a75aae54304b" ON "feedback"  ("splitFromId") ',
  'CREATE INDEX "IDX_20a7069eb05a2c8b879b038f17" ON "feedback"  ("assigneeId", "state", "dueDay") ',
  'CREATE INDEX "IDX_80a569b3097907740741d0f080" ON "submitter"  ("email") ',
  'CREATE INDEX "IDX_89091efd1aa95c2db82106b12e" ON "submitter"  ("phone") ',
  'ALTER TABLE "coordination" ADD CONSTRAINT "FK_681069f2064d39ba9ec8e607282" FOREIGN KEY ("feedbackId") REFERENCES "feedback"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "coordination" ADD CONSTRAINT "FK_5a4e3002fd50146fdcc4b506e43" FOREIGN KEY ("agencyId") REFERENCES "agency"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "term_rule" ADD CONSTRAINT "FK_4c7e1e70c5e83e29155b3d62b8b" FOREIGN KEY ("agencyId") REFERENCES "agency"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
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
