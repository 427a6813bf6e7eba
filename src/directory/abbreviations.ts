/** What people type for long names; found in folded text, added to what is searched. */
const ABBREVIATIONS: readonly (readonly [name: string, short: string])[] = [
  ['uy ban nhan dan', 'ubnd'],
  ['thanh pho', 'tp'],
  ['ho chi minh', 'hcm tphcm'],
];

/** @returns the folded text followed by the abbreviations of what is in it. */
export function withAbbreviations(folded: string): string {
  const short = ABBREVIATIONS.flatMap(([name, abbreviation]) =>
    folded.includes(name) ? [abbreviation] : [],
  );
  return [folded, ...short].join(' ');
}
