import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { AuditPlace, AuditSource } from './audit-question.js';

/** @returns the rest of a subquery over the people who work below one of the tops, under the alias `s`. */
export function staffWithin(tops: readonly string[]): {
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
} {
  const below = tops.map((_, index) => `a.path LIKE :top${index}`).join(' OR ') || '1 = 0';
  const sql = `FROM staff s JOIN agency a ON a.id = s."agencyId" WHERE ${below}`;
  return { sql, values: Object.fromEntries(tops.map((top, index) => [`top${index}`, `${top}%`])) };
}

/** Narrows one table's rows to those behind a place in the order of both (`newestFirst`). */
export function behindPlace<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  at: string,
  source: AuditSource,
  place: AuditPlace | null,
): void {
  if (!place) return;
  const id = at.replace(/\.\w+$/, '.id');
  const values = { placeAt: place.at, placeId: place.id };
  if (place.source === source) {
    query.andWhere(`(${at} < :placeAt OR (${at} = :placeAt AND ${id} < :placeId))`, values);
  } else {
    query.andWhere(`${at} ${source === 'journal' ? '<=' : '<'} :placeAt`, values);
  }
}
