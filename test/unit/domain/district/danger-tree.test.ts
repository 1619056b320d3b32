import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchAt, readTree, type Tree, treeOf, writeTree } from '#domain/district/danger/tree.ts';

const id = fc.integer({ min: 1, max: 40 });
const row = fc.record({
  ids: fc.array(id, { minLength: 1, maxLength: 4 }),
  meaning: fc.integer({ min: 1, max: 300 }),
  weight: fc.integer({ min: -900, max: 900 }),
});

const branchOf = (tree: Tree, ids: readonly number[]): number | undefined => {
  let branch = 0;
  for (const one of ids) {
    branch = branchAt(tree, branch, one);
    if (branch === 0) return undefined;
  }
  return branch;
};

describe('a tree of rows', () => {
  it('says of each row what was said last, and nothing of others, also after it was written and read', () => {
    fc.assert(
      fc.property(fc.array(row), fc.array(id, { minLength: 1, maxLength: 5 }), (rows, other) => {
        const said = new Map(rows.map((one) => [String(one.ids), one]));
        const isBeginning = rows.some(({ ids }) => other.every((one, n) => ids[n] === one));
        for (const tree of [treeOf(rows), readTree(writeTree(treeOf(rows)))]) {
          for (const { ids, meaning, weight } of said.values()) {
            const branch = branchOf(tree, ids) ?? -1;
            expect([tree.meanings[branch], tree.weights[branch]]).toEqual([meaning, weight]);
          }
          const branch = branchOf(tree, other);
          expect(branch !== undefined).toBe(isBeginning);
          if (branch !== undefined && !said.has(String(other))) expect(tree.meanings[branch]).toBe(0);
        }
      }),
    );
  });

  it('refuses more than its lists can hold', () => {
    expect(() => treeOf([{ ids: [70_000], weight: 1 }])).toThrow(/65535/);
    expect(() => treeOf([{ ids: [1], weight: 40_000 }])).toThrow(/65535/);
  });
});
