import { COLUMN_GROUPS } from '../../figures/column-groups.js';
import { DEFINITION_VERSION } from '../../figures/columns.js';
import { IDENTITIES } from '../../figures/identities.js';
import { RATIOS } from '../../figures/ratios.js';
import type { Say } from '../../figures/sentence.js';

interface Explained {
  readonly number: string;
  readonly name: string;
  readonly text: string;
}

/** What the page of definitions prints; drawn from the definitions, so that it names every column there is. */
export interface ExplainedView {
  readonly version: string;
  readonly groups: readonly { readonly name: string; readonly columns: readonly Explained[] }[];
  readonly ratios: readonly (Explained & { readonly formula: string })[];
  readonly identities: readonly string[];
}

export function explainedView(say: Say): ExplainedView {
  return {
    version: DEFINITION_VERSION,
    groups: COLUMN_GROUPS.map(({ key, columns }) => ({
      name: say(`figures.group.${key}`),
      columns: columns.map((number) => ({
        number,
        name: say(`figures.column.${number}.name`),
        text: say(`figures.column.${number}.text`),
      })),
    })),
    ratios: RATIOS.map(({ number }) => ({
      number: number.includes('/') ? '' : number,
      name: say(`figures.ratio.${number}.name`),
      text: say(`figures.ratio.${number}.text`),
      formula: say(`figures.ratio.${number}.formula`),
    })),
    identities: IDENTITIES.map(({ name }) => name).filter((name) => !name.endsWith('≥ 0')),
  };
}
