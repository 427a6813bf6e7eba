export const PROCEDURE_LEVELS = ['MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'OTHER'] as const;

export type ProcedureLevel = (typeof PROCEDURE_LEVELS)[number];

export type ProcedureStatus = 'ACTIVE' | 'REPEALED';
