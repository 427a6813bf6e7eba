import type { Procedure } from '../../directory/procedure.entity.js';
import type { Hit } from './submit.view.js';

/** Some names are a paragraph: the first lines tell them apart, the code does the rest. */
const SHOWN = 200;

/** A procedure as it is offered and shown: its name, shortened, and its code. */
export function procedureHit({ code, name }: Procedure): Hit {
  const short = name.length <= SHOWN ? name : `${name.slice(0, SHOWN).replace(/\s+\S*$/, '')} …`;
  return { value: code, text: short, detail: code };
}
