/**
 * Disjoint sets (union-find): items that are united, directly or by way of others, have the same representative. An item
 * that was never united is a separate set.
 */
export class DisjointSets<T> {
  readonly #parents = new Map<T, T>();

  /** The representative of the set that an item is in. */
  find(item: T): T {
    let root = item;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    // Shortens the path, so that long chains are walked once.
    if (root !== item) this.#parents.set(item, root);
    return root;
  }

  /** The set of `b` keeps its representative. */
  unite(a: T, b: T): void {
    const [from, to] = [this.find(a), this.find(b)];
    if (from !== to) this.#parents.set(from, to);
  }
}
