/**
 * Rows of units as a tree, in lists that need no work at a start. The branches that lead on from one lie side by side, in
 * the order of their units; the root is 0.
 */
export interface Tree {
  /** The unit that leads to a branch. */
  units: Uint16Array;
  /** The first branch that leads on from one; those of the next begin where its own end. */
  next: Uint16Array;
  /** What a row that ends at a branch means: a place in a list; 0 is nothing. */
  meanings: Uint16Array;
  /** What a row that ends at a branch weighs. */
  weights: Int16Array;
}

/** What one row says. */
export interface Row {
  ids: readonly number[];
  meaning?: number;
  weight?: number;
}

/** Where a unit leads from a branch; 0, which no unit leads to, for nowhere. */
export const branchAt = ({ units, next }: Tree, branch: number, unit: number): number => {
  let low = next[branch] ?? 0;
  let high = next[branch + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  return low < (next[branch + 1] ?? 0) && units[low] === unit ? low : 0;
};

interface Branch {
  unit: number;
  meaning: number;
  weight: number;
  on: Map<number, Branch>;
}

const newBranch = (unit: number): Branch => ({ unit, meaning: 0, weight: 0, on: new Map() });

const grown = (rows: Iterable<Row>): Branch => {
  const root = newBranch(0);
  for (const { ids, meaning, weight } of rows) {
    let branch = root;
    for (const id of ids) {
      const on = branch.on.get(id) ?? newBranch(id);
      branch.on.set(id, on);
      branch = on;
    }
    branch.meaning = meaning ?? branch.meaning;
    branch.weight = weight ?? branch.weight;
  }
  return root;
};

/** The tree of these rows. Throws for more branches or greater numbers than its lists can hold. */
export const treeOf = (rows: Iterable<Row>): Tree => {
  const branches = [grown(rows)];
  const next: number[] = [];
  // Grows while it is read: each branch puts those that lead on from it at the end.
  for (const { on } of branches) {
    next.push(branches.length);
    branches.push(...[...on.values()].sort((one, other) => one.unit - other.unit));
  }
  next.push(branches.length);
  const isTooMuch = branches.some(({ unit, meaning, weight }) => Math.max(unit, meaning) > 0xffff || Math.abs(weight) > 0x7fff);
  if (branches.length > 0xffff || isTooMuch) {
    throw new Error(`${branches.length} branches of words of danger are too many or too heavy: there is room for 65535`);
  }
  return {
    units: Uint16Array.from(branches, ({ unit }) => unit),
    next: Uint16Array.from(next),
    meanings: Uint16Array.from(branches, ({ meaning }) => meaning),
    weights: Int16Array.from(branches, ({ weight }) => weight),
  };
};

/** Writes a tree's lists one after the other, in base64. */
export const writeTree = ({ units, next, meanings, weights }: Tree): string =>
  Buffer.concat([units, next, meanings, weights].map((list) => Buffer.from(list.buffer))).toString('base64');

/** Reads what `writeTree` wrote. */
export const readTree = (written: string): Tree => {
  const bytes = Buffer.from(written, 'base64');
  // A copy begins where a list of two bytes each may begin.
  const { buffer } = Uint8Array.from(bytes);
  // Four lists of the same length, of which one has one number more.
  const length = (bytes.length / 2 - 1) / 4;
  return {
    units: new Uint16Array(buffer, 0, length),
    next: new Uint16Array(buffer, 2 * length, length + 1),
    meanings: new Uint16Array(buffer, 4 * length + 2, length),
    weights: new Int16Array(buffer, 6 * length + 2, length),
  };
};
