import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'CREATE TABLE "invitation" ("staffId" integer NOT NULL, "nonce" character varying(43) NOT NULL, "tokenHash" character varying(64) NOT NULL, "sentAt" bigint NOT NULL, "expiresAt" bigint NOT NULL, "invitedById" integer NOT NULL, CONSTRAINT "UQ_676ef6471ce7176869d73365a45" UNIQUE ("tokenHash"), CONSTRAINT "PK_7f25734bbd987a8bdf3d3879309" PRIMARY KEY ("staffId"))',
  'CREATE TABLE "partner" ("id" SERIAL NOT NULL, "name" character varying(200) NOT NULL, "channel" character varying(24) NOT NULL, "agencyId" integer NOT NULL, "active" boolean NOT NULL DEFAULT true, "createdAt" bigint NOT NULL, CONSTRAINT "UQ_9af6a8bd7cac55b61babc753853" UNIQUE ("name"), CONSTRAINT "PK_8f34ff11ddd5459eacbfacd48ca" PRIMARY KEY ("id"))',
  'CREATE TABLE "partner_key" ("id" SERIAL NOT NULL, "partnerId" integer NOT NULL, "prefix" character varying(16) NOT NULL, "hash" character varying(64) NOT NULL, "label" character varying(100) NOT NULL, "scopes" text NOT NULL, "perMinute" integer NOT NULL, "expiresAt" bigint, "revokedAt" bigint, "lastUsedAt" bigint, "createdAt" bigint NOT NULL, CONSTRAINT "UQ_c6aacb89db6a64efe9e2d4bd2e9" UNIQUE ("prefix"), CONSTRAINT "PK_d51d4488d260247c54711273601" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_d63b3f1f1fefc05fb4d751da9c" ON "partner_key"  ("partnerId") ',
  'CREATE TABLE "recovery_code" ("id" SERIAL NOT NULL, "staffId" integer NOT NULL, "hash" character varying(43) NOT NULL, CONSTRAINT "PK_b7f1e23329e93a80e25fd281922" PRIMARY KEY ("id"))',
  'CREATE UNIQUE INDEX "IDX_0a51a56cc68c27c3aed114e404" ON "recovery_code"  ("staffId", "hash") ',
  'CREATE TABLE "second_factor" ("staffId" integer NOT NULL, "secret" character varying(200) NOT NULL, "lastStep" integer NOT NULL, CONSTRAINT "PK_59cb8ca15660ebff7202964a3d8" PRIMARY KEY ("staffId"))',
  'CREATE TABLE "change_counter" ("partnerId" integer NOT NULL, "last" integer NOT NULL, CONSTRAINT "PK_db6004eb6c8dc8e0eb9351e3e2d" PRIMARY KEY ("partnerId"))',
  'CREATE TABLE "partner_change" ("partnerId" integer NOT NULL, "number" integer NOT NULL, "feedbackId" integer NOT NULL, "sourceId" integer NOT NULL, "seq" integer NOT NULL, "at" bigint NOT NULL, CONSTRAINT "PK_ad222796912d632da94414b966f" PRIMARY KEY ("partnerId", "number"))',
  'CREATE TABLE "webhook" ("partnerId" integer NOT NULL, "url" character varying(500) NOT NULL, "active" boolean NOT NULL DEFAULT true, "salt" character varying(64) NOT NULL, "previousSalt" character varying(64), "previousUntil" bigint, "restingUntil" bigint NOT NULL, "failures" integer NOT NULL, CONSTRAINT "PK_5eb4e0590756a02d0df4fd4b6a9" PRIMARY KEY ("partnerId"))',
  'CREATE TABLE "webhook_delivery" ("id" SERIAL NOT NULL, "partnerId" integer NOT NULL, "event" character varying(64) NOT NULL, "attempt" integer NOT NULL, "at" bigint NOT NULL, "status" integer, "ms" integer NOT NULL, "fault" character varying(24), CONSTRAINT "PK_b1ae290239a778f12399db91354" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_d40d0e122bc07a8e38b4a3eda7" ON "webhook_delivery"  ("at") ',
  'CREATE INDEX "IDX_5dd2a2f6642a18ac522218358b" ON "webhook_delivery"  ("partnerId", "id") ',
  'CREATE TABLE "agency_change" ("id" SERIAL NOT NULL, "agencyId" integer NOT NULL, "kind" character varying(8) NOT NULL, "day" character varying(10) NOT NULL, "state" character varying(12) NOT NULL, "name" character varying(300) NOT NULL DEFAULT \'\', "shortName" character varying(200) NOT NULL DEFAULT \'\', "parentId" integer, "successorId" integer, "withStaff" boolean NOT NULL DEFAULT false, "total" integer NOT NULL DEFAULT \'0\', "moved" integer NOT NULL DEFAULT \'0\', "addedById" integer NOT NULL, "addedAt" bigint NOT NULL, CONSTRAINT "PK_66160b82d197a5b015b93a28100" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_9017a6123e3af59940840c3c6b" ON "agency_change"  ("agencyId") ',
  'CREATE INDEX "IDX_aba6b3a55c1437868ea789e7c1" ON "agency_change"  ("successorId") ',
  'CREATE INDEX "IDX_efcf9c73e8ce29b1b8b180e8f3" ON "agency_change"  ("state", "day") ',
  'CREATE TABLE "agency_name" ("id" SERIAL NOT NULL, "agencyId" integer NOT NULL, "name" character varying(300) NOT NULL, "shortName" character varying(200) NOT NULL, "validFrom" character varying(10) NOT NULL, "validTo" character varying(10) NOT NULL, CONSTRAINT "PK_9a9899af146a2024ddd5d637afd" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_b36d123cb398b08d406eb74b17" ON "agency_name"  ("agencyId") ',
  'CREATE TABLE "directory_import" ("id" SERIAL NOT NULL, "kind" character varying(12) NOT NULL, "state" character varying(12) NOT NULL, "storedName" character varying(40) NOT NULL, "fileName" character varying(200) NOT NULL, "sha256" character varying(64) NOT NULL, "size" integer NOT NULL, "revision" integer NOT NULL DEFAULT \'0\', "added" integer NOT NULL DEFAULT \'0\', "changed" integer NOT NULL DEFAULT \'0\', "unchanged" integer NOT NULL DEFAULT \'0\', "bad" integer NOT NULL DEFAULT \'0\', "done" integer NOT NULL DEFAULT \'0\', "fault" character varying(32) NOT NULL DEFAULT \'\', "faultLine" integer NOT NULL DEFAULT \'0\', "sample" text, "addedById" integer NOT NULL, "addedAt" bigint NOT NULL, "appliedAt" bigint, CONSTRAINT "PK_bf94c5f8503500cbb101dcf0881" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_a8c142dc9e65bb84f5c401e229" ON "directory_import"  ("addedAt") ',
  'CREATE TABLE "erasure" ("feedbackId" integer NOT NULL, "code" character varying(24) NOT NULL, "act" character varying(40) NOT NULL, "at" bigint NOT NULL, "rule" character varying(16) NOT NULL, "reason" character varying(32), "document" character varying(64), "actorKind" character varying(8) NOT NULL, "actorId" integer, "counts" text NOT NULL, "lastSeq" integer NOT NULL, "hashBefore" character varying(64) NOT NULL, "hashAfter" character varying(64) NOT NULL, "auditId" integer NOT NULL, CONSTRAINT "PK_56db1a1ff06b210b8a5fa26fa57" PRIMARY KEY ("feedbackId"))',
  'CREATE INDEX "IDX_a1d10b3be9217953bae9a7e5b9" ON "erasure"  ("at", "feedbackId") ',
  'CREATE INDEX "IDX_93c010ff6c3764e54883bf09ce" ON "erasure"  ("act") ',
  'CREATE TABLE "figure_goal" ("id" SERIAL NOT NULL, "agencyId" integer, "handled" integer, "onTime" integer, "satisfied" integer, "excellent" integer NOT NULL, "good" integer NOT NULL, "fulfilled" integer NOT NULL, "fewest" integer NOT NULL, "validFrom" character varying(10) NOT NULL, "validTo" character varying(10), "note" character varying(300) NOT NULL DEFAULT \'\', "addedById" integer NOT NULL, "addedAt" bigint NOT NULL, "endedById" integer, CONSTRAINT "PK_ea6ade90b2a6d76cf1705f209e0" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_253e34174a446169e2fc397ba8" ON "figure_goal"  ("agencyId", "validFrom") ',
  'CREATE TABLE "item_import" ("id" SERIAL NOT NULL, "staffId" integer NOT NULL, "storedName" character varying(80) NOT NULL, "fileName" character varying(200) NOT NULL, "source" character varying(40) NOT NULL, "state" character varying(8) NOT NULL, "fault" character varying(32) NOT NULL DEFAULT \'\', "done" integer NOT NULL, "added" integer NOT NULL, "known" integer NOT NULL, "bad" integer NOT NULL, "badLines" text NOT NULL, "createdAt" bigint NOT NULL, "endedAt" bigint, CONSTRAINT "PK_95ac53ff94dfaa7e210f31b1d4f" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_574f1e3f49152d61ab491b543a" ON "item_import"  ("state", "createdAt") ',
  'CREATE TABLE "audit_entry" ("id" SERIAL NOT NULL, "at" bigint NOT NULL, "actorKind" character varying(8) NOT NULL, "actorId" integer, "action" character varying(48) NOT NULL, "subjectKind" character varying(24) NOT NULL, "subject" character varying(120) NOT NULL, "purpose" character varying(32), "details" text, CONSTRAINT "PK_58a130a4b9da189f46ba2a01801" PRIMARY KEY ("id"))',
  'CREATE INDEX "IDX_ee3fa79376b4814543d3be4711" ON "audit_entry"  ("actorKind", "actorId", "id") ',
  'CREATE INDEX "IDX_3100b49936aa85cf877346eb01" ON "audit_entry"  ("subjectKind", "subject", "id") ',
  'CREATE INDEX "IDX_bca9bbed413a3059aee206284b" ON "audit_entry"  ("at", "id") ',
  'CREATE TABLE "installation_choice" ("name" character varying(64) NOT NULL, "value" text NOT NULL, "changedAt" bigint NOT NULL, "changedById" integer, CONSTRAINT "PK_a20ec0ddfd00ce8714bb9ed733c" PRIMARY KEY ("name"))',
  'CREATE TABLE "helped_count" ("publicationId" integer NOT NULL, "times" integer NOT NULL, CONSTRAINT "PK_bef56bac8c05ea2cf5d4926d7ee" PRIMARY KEY ("publicationId"))',
  'CREATE TABLE "published_entry" ("seq" bigint NOT NULL, "publicationId" integer NOT NULL, "feedbackId" integer NOT NULL, "publishedAt" bigint NOT NULL, "agencyId" integer NOT NULL, "fieldId" integer, "procedureId" integer, "subject" character varying(24) NOT NULL, "kind" character varying(16) NOT NULL, "outcome" character varying(32) NOT NULL, "submittedAt" bigint NOT NULL, "words" text NOT NULL, CONSTRAINT "UQ_552aedcee1f864de51e116378ac" UNIQUE ("publicationId"), CONSTRAINT "UQ_764a9822502a34b73e80508d11a" UNIQUE ("feedbackId"), CONSTRAINT "PK_d94026d249a30adedd1cdd4f718" PRIMARY KEY ("seq"))',
  'CREATE INDEX "IDX_140178e60c8d6b1c9517d86b74" ON "published_entry"  ("submittedAt", "subject", "procedureId", "fieldId", "outcome") ',
  'CREATE INDEX "IDX_59ada0f31c1b25fb5acf5b5153" ON "published_entry"  ("fieldId") ',
  'CREATE INDEX "IDX_68e0efd8f12b62afb070d897b3" ON "published_entry"  ("procedureId", "subject", "kind") ',
  'ALTER TABLE "staff" ADD "invited" boolean NOT NULL DEFAULT false',
  'ALTER TABLE "procedure_field" ADD "retired" boolean NOT NULL DEFAULT false',
  'ALTER TABLE "feedback" ADD "erasureAskedAt" bigint',
  'ALTER TABLE "feedback" ADD "erasedAt" bigint',
  'ALTER TABLE "feedback" ADD "partnerId" integer',
  'ALTER TABLE "feedback" ADD "externalNumber" character varying(64)',
  'ALTER TABLE "feedback" ADD "submissionDigest" character varying(64)',
  'ALTER TABLE "publication" ADD "dueDay" character varying(10)',
  'ALTER TABLE "publication" ADD "publishedLate" boolean',
  'ALTER TABLE "publication" ADD "unpublishedAt" bigint',
  'ALTER TABLE "publication" ADD "unpublishKind" character varying(24)',
  'ALTER TABLE "publication" ADD "turnedDown" character varying(16)',
  'ALTER TABLE "publication" ADD "cleared" text',
  'ALTER TABLE "publication" ADD "clearedReason" text',
  'CREATE UNIQUE INDEX "IDX_1eeb9a0e2a190162d8703d765f" ON "feedback"  ("partnerId", "externalNumber") ',
  'CREATE INDEX "IDX_7dc7b40aa619efba1e536220d5" ON "feedback"  ("concernsStaffId") WHERE "concernsStaffId" IS NOT NULL',
  'CREATE INDEX "IDX_41f51271bd9b416b5eb45c0102" ON "publication"  ("unpublishedAt") ',
  'ALTER TABLE "figure_goal" ADD CONSTRAINT "FK_cab1c6596cffd6bcd64f4751e19" FOREIGN KEY ("agencyId") REFERENCES "agency"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "published_entry" ADD CONSTRAINT "FK_552aedcee1f864de51e116378ac" FOREIGN KEY ("publicationId") REFERENCES "publication"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "published_entry" ADD CONSTRAINT "FK_feae9779c6aed207b831da14fa1" FOREIGN KEY ("agencyId") REFERENCES "agency"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "published_entry" ADD CONSTRAINT "FK_59ada0f31c1b25fb5acf5b51536" FOREIGN KEY ("fieldId") REFERENCES "procedure_field"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
  'ALTER TABLE "published_entry" ADD CONSTRAINT "FK_c481e7aa4fcffacd97ca0d5440a" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
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
