import { type EntityManager, In } from 'typeorm';
import type { Procedure } from './procedure.entity.js';
import type { ProcedureRecord } from './procedure-record.js';
import { ProcedureText } from './procedure-text.entity.js';

/**
 * Keeps the whole texts that a file brought; a table that brings none leaves them as they are.
 * @param rows the procedures of the records, by code.
 * @returns the codes whose text is another than before.
 */
export async function keepTexts(
  tx: EntityManager,
  records: readonly ProcedureRecord[],
  rows: ReadonlyMap<string, Pick<Procedure, 'id'>>,
): Promise<Set<string>> {
  const brought = records.flatMap(({ code, text }) => {
    const procedureId = rows.get(code)?.id;
    return text === null || procedureId === undefined ? [] : [{ code, procedureId, body: text }];
  });
  const ids = brought.map(({ procedureId }) => procedureId);
  const known = new Map(
    (await tx.findBy(ProcedureText, { procedureId: In(ids) })).map((one) => [one.procedureId, one.body]),
  );
  const changed = brought.filter(({ procedureId, body }) => known.get(procedureId) !== body);
  if (changed.length > 0)
    await tx.upsert(
      ProcedureText,
      changed.map(({ procedureId, body }) => ({ procedureId, body })),
      ['procedureId'],
    );
  return new Set(changed.map(({ code }) => code));
}
