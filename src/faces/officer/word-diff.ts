import { diffArrays } from 'diff';

/** A piece of a text, and whether the other text has it too. */
export interface Run {
  readonly text: string;
  readonly same: boolean;
}

export interface SideBySide {
  readonly left: readonly Run[];
  readonly right: readonly Run[];
}

/** Words, numbers, blanks and single signs. */
const TOKENS = /[\p{L}\p{M}\p{N}]+|\s+|./gsu;

/** Two long texts that have nothing in common would keep the process busy: beyond this they simply differ. */
const MOST_EDITS = 800;

/** @returns both texts whole, in runs, with what only one of them says marked. */
export function sideBySide(left: string, right: string): SideBySide {
  // `diff` gives nothing where it gave up.
  const changes = diffArrays(tokens(left), tokens(right), { maxEditLength: MOST_EDITS });
  if (!changes) return { left: [{ text: left, same: false }], right: [{ text: right, same: false }] };
  const runs = (without: 'added' | 'removed'): Run[] =>
    joined(
      changes
        .filter((change) => !change[without])
        .map(({ value, added, removed }) => ({ text: value.join(''), same: !added && !removed })),
    );
  return { left: runs('added'), right: runs('removed') };
}

/** Words that differ one after another are one run: the blanks between them tell nothing. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const [i, run] of runs.entries()) {
    const [before, after] = [out.at(-1), runs[i + 1]];
    const isBlank = run.same && /^\s+$/.test(run.text) && before?.same === false && after?.same === false;
    const same = run.same && !isBlank;
    if (before && before.same === same) out[out.length - 1] = { text: before.text + run.text, same };
    else out.push({ text: run.text, same });
  }
  return out;
}

function tokens(text: string): string[] {
  return text.match(TOKENS) ?? [];
}
