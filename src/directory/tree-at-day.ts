/** The tree of agencies on one day. Ids that had not begun by then are not in it. */
export class TreeAtDay {
  private readonly below = new Map<number | null, number[]>();

  /**
   * @param parents id → parent id; a parent that is not itself in the map makes its child a root.
   * @param alive those not yet abolished.
   */
  constructor(
    private readonly parents: ReadonlyMap<number, number | null>,
    private readonly alive: ReadonlySet<number>,
  ) {
    for (const id of parents.keys()) {
      const parent = this.parent(id);
      const siblings = this.below.get(parent);
      if (siblings) siblings.push(id);
      else this.below.set(parent, [id]);
    }
  }

  has(id: number): boolean {
    return this.parents.has(id);
  }

  isAlive(id: number): boolean {
    return this.alive.has(id);
  }

  ids(): number[] {
    return [...this.parents.keys()];
  }

  roots(): number[] {
    return this.children(null);
  }

  /** @returns the parent on that day; null for a root and for what is not in the tree. */
  parent(id: number): number | null {
    const parent = this.parents.get(id) ?? null;
    return parent !== null && this.parents.has(parent) ? parent : null;
  }

  /** @returns ids one step below, the abolished among them. */
  children(id: number | null): number[] {
    return [...(this.below.get(id) ?? [])];
  }

  /** @returns the agency itself and everything below it; empty when it is not in the tree. */
  subtree(id: number): number[] {
    if (!this.has(id)) return [];
    const found = [id];
    for (const next of found) found.push(...this.children(next));
    return found;
  }

  /** @returns ids from the root down to the parent. */
  ancestors(id: number): number[] {
    const line: number[] = [];
    for (
      let parent = this.parent(id);
      parent !== null && !line.includes(parent);
      parent = this.parent(parent)
    ) {
      line.unshift(parent);
    }
    return line;
  }

  /** @returns `/1/24/`, from the root down to the agency itself. */
  path(id: number): string {
    return `/${[...this.ancestors(id), id].join('/')}/`;
  }
}
