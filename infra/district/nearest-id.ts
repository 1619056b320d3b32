/** How many letters must be changed, added or taken away to make one word of the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let n = 0; n < other.length; n += 1) {
      const changed = (row[n] ?? 0) + (other[n] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[n + 1] ?? 0) + 1, (next[n] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The known id that somebody probably meant; undefined when no id is near. */
export const nearestId = (id: string, known: Iterable<string>): string | undefined => {
  // In a short word few letters may differ, or every short id would be near.
  let least = Math.min(3, Math.ceil(id.length / 4)) + 1;
  let nearest: string | undefined;
  for (const one of known) {
    const away = distance(id, one);
    if (away >= least) continue;
    least = away;
    nearest = one;
  }
  return nearest;
};
