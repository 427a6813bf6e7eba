import type { ProcedureField } from '../../directory/procedure-field.entity.js';
import type { Procedure } from '../../directory/procedure.entity.js';
import { API } from './api-addresses.js';
import { lower } from './item.json.js';

/** A procedure as the national portal has published it. */
export function procedureJson(procedure: Procedure, field: ProcedureField | null): object {
  const { code, name, levels, status, decidingAgency, handlingAgency, coAgencies } = procedure;
  const { decisionNumber, legalBasis, subjects, sourceUrl } = procedure;
  return {
    ...{ code, name, field: field && { code: field.code, name: field.name } },
    ...{ levels: levels.map(lower), status: lower(status) },
    ...{ decidingAgency, handlingAgency, coAgencies, decisionNumber, legalBasis, subjects, sourceUrl },
    href: API.procedure.to({ code }),
  };
}
