/** Names of the People's Committee of an administrative unit, in full and for narrow places. */
export interface CommitteeNames {
  readonly name: string;
  readonly shortName: string;
}

/**
 * @param unit with its kind, as lists of units print it: `Phường Ba Đình`, `Thành phố Hà Nội`.
 * @param within the province, for a unit below it: names of communes repeat across the country.
 */
export function committeeNames(unit: string, within?: string): CommitteeNames {
  const inside = within === undefined ? '' : `, ${asInSentence(within)}`;
  return { name: `Ủy ban nhân dân ${asInSentence(unit)}${inside}`, shortName: `UBND ${asInSentence(unit)}` };
}

/** The kind of unit is written small inside a sentence: `phường Ba Đình`. */
function asInSentence(unit: string): string {
  return unit.charAt(0).toLowerCase() + unit.slice(1);
}
