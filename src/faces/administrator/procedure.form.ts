import { PROCEDURE_LEVELS, PROCEDURE_CODE } from '../../directory/procedure-record.js';
import { Choices, Line, Text } from '../../platform/web/form-fields.js';

/** What is said of a procedure, as the national portal publishes it. */
export class ProcedureForm {
  @Text({ label: 'directoryAdmin.procedures.name', max: 3000, required: true }) name: string;
  @Line({ label: 'directoryAdmin.procedures.field', max: 9, required: true, pattern: /^\d+$/ })
  fieldId: string;
  @Choices({ label: 'directoryAdmin.procedures.levels', values: PROCEDURE_LEVELS, required: true })
  levels: string[];
  @Line({ label: 'directoryAdmin.procedure.handlingAgency', max: 5000, required: true })
  handlingAgency: string;
  @Line({ label: 'directoryAdmin.procedure.decidingAgency', max: 5000 }) decidingAgency: string;
  @Line({ label: 'directoryAdmin.procedure.coAgencies', max: 5000 }) coAgencies: string;
  @Line({ label: 'directoryAdmin.procedure.decisionNumber', max: 200 }) decisionNumber: string;
  @Text({ label: 'directoryAdmin.procedure.legalBasis', max: 5000 }) legalBasis: string;
  @Text({ label: 'directoryAdmin.procedure.subjects', max: 2000 }) subjects: string;
  @Line({
    label: 'directoryAdmin.procedure.sourceUrl',
    max: 500,
    pattern: /^https?:\/\/[^\s/]+\S*$/,
    patternKey: 'directoryAdmin.procedure.sourceUrlWrong',
  })
  sourceUrl: string;
}

export class NewProcedureForm extends ProcedureForm {
  @Line({
    label: 'directoryAdmin.procedure.code',
    max: 8,
    required: true,
    pattern: PROCEDURE_CODE,
    patternKey: 'directoryAdmin.procedure.codeWrong',
  })
  code: string;
}
