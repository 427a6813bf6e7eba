import type { Procedure } from './procedure.entity.js';

/** One procedure as the combobox offers it. */
export interface ProcedureHit {
  readonly value: string;
  readonly text: string;
  readonly detail: string;
}

/** Some names are a paragraph: the first lines tell them apart, the code does the rest. */
const SHOWN = 200;

/** A procedure as it is offered and shown: its name, shortened, and its code. */
export function procedureHit({ code, name }: Procedure): ProcedureHit {
  const short = name.length <= SHOWN ? name : `${name.slice(0, SHOWN).replace(/\s+\S*$/, '')} …`;
  return { value: code, text: short, detail: code };
}
