/** What was proposed as handling agency when an item came in, kept with it so that it can be explained later. */
export interface RoutingProposal {
  /** `rule`: an ordered rule of the authority; `superior`: conduct of a head goes to the superior agency. */
  readonly source: 'rule' | 'superior';
  /** The rule that matched; null for other sources. */
  readonly ruleId: number | null;
  /** Its name as it was then; empty for other sources. */
  readonly ruleName: string;
  readonly agencyId: number;
  /** Why, one message a condition: key and parameters, so that each reader gets the own language. */
  readonly reasons: readonly {
    readonly key: string;
    readonly params?: Readonly<Record<string, string | number>>;
  }[];
}
