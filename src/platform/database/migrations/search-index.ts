import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexedWords, label, PUBLISHED_WORDS, WORD_INDEXED, wordIndexStatements } from '../word-index.js';

const CHUNK = 1_000;
const FIRST_OF_INSTANT = 1_000;

interface Shown {
  id: number;
  title: string;
  content: string;
  reply: string;
  feedbackId: number;
  publishedAt: string | number;
  agencyId: number;
  fieldId: number | null;
  procedureId: number | null;
  subject: string;
  kind: string;
  outcome: string;
  submittedAt: string | number;
}

/** The index over words of what is public, and into it what was published before there was one. */
export class SearchIndex1795240800002 implements MigrationInterface {
  name = 'SearchIndex1795240800002';

  async up(runner: QueryRunner): Promise<void> {
    const engine = runner.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
    for (const table of WORD_INDEXED)
      for (const sql of wordIndexStatements(engine, table)) await runner.query(sql);
    for (let last = 0; ;) {
      const rows = (await runner.query(published(last))) as Shown[];
      for (const row of rows) await runner.query(...insertion(row, engine));
      last = rows.at(-1)?.id ?? 0;
      if (rows.length < CHUNK) return;
    }
  }

  down(): Promise<void> {
    throw new Error('restore the backup instead');
  }
}

function published(last: number): string {
  return (
    `SELECT p."id", p."title", p."content", p."reply", p."feedbackId", COALESCE(p."publishedAt", p."proposedAt") AS "publishedAt", ` +
    `i."handlingAgencyId" AS "agencyId", i."fieldId", i."procedureId", i."subject", i."kind", r."outcome", i."submittedAt" ` +
    `FROM "publication" p INNER JOIN "feedback" i ON i."id" = p."feedbackId" INNER JOIN "reply" r ON r."id" = p."replyId" ` +
    `WHERE i."publication" = 'PUBLISHED' AND p."id" > ${last} ORDER BY p."id" LIMIT ${CHUNK}`
  );
}

/** Places stay apart: the units behind the instant are the number's own. */
function insertion(row: Shown, engine: 'sqlite' | 'postgres'): [string, unknown[]] {
  const { id, title, content, reply, agencyId, fieldId, procedureId, publishedAt } = row;
  const labels = [
    label('a', agencyId),
    ...(fieldId === null ? [] : [label('f', fieldId)]),
    ...(procedureId === null ? [] : [label('p', procedureId)]),
  ];
  const seq = Number(publishedAt) * FIRST_OF_INSTANT + (id % FIRST_OF_INSTANT);
  const values: Record<string, unknown> = {
    seq,
    publicationId: id,
    ...{ feedbackId: row.feedbackId, publishedAt, agencyId, fieldId, procedureId },
    ...{ subject: row.subject, kind: row.kind, outcome: row.outcome, submittedAt: row.submittedAt },
    words: indexedWords(PUBLISHED_WORDS, seq, { texts: [title, content, reply], labels }),
  };
  const names = Object.keys(values);
  const marks = names.map((_, i) => (engine === 'postgres' ? `$${i + 1}` : '?')).join(', ');
  const columns = names.map((name) => `"${name}"`).join(', ');
  return [`INSERT INTO "published_entry" (${columns}) VALUES (${marks})`, Object.values(values)];
}
