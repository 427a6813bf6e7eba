import { stringify } from 'csv-stringify/sync';
import { auditLine, type Say } from './audit-line.js';
import type { AuditNames } from './audit-names.query.js';
import type { AuditDeed } from './audit-question.js';

const COLUMNS = ['time', 'who', 'what', 'kind', 'subject', 'purpose', 'details'] as const;
const DELIMITER = { record_delimiter: 'windows' } as const;

/** The trail as spreadsheets open it: UTF-8 with BOM, instants in ISO 8601, nothing that would be run as a formula. */
export const auditCsv = {
  heading: (say: Say): string =>
    stringify([COLUMNS.map((name) => say(`audit.column.${name}`))], { bom: true, ...DELIMITER }),

  rows(deeds: readonly AuditDeed[], names: AuditNames, say: Say): string {
    const records = deeds.map((deed) => {
      const { at, who, what, kind, subject, purpose, details } = auditLine(deed, names, say);
      return [new Date(at).toISOString(), who, what, kind, subject, purpose, details].map(defused);
    });
    return stringify(records, DELIMITER);
  },
};

function defused(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
