/** Compares two lists of texts, part by part, as `sort` wants it. */
export const inOrder = (one: readonly string[], other: readonly string[]): number => {
  for (const [place, part] of one.entries()) {
    const against = other[place] ?? '';
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
};
