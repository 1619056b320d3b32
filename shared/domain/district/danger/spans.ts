/** A part of a text, by its units: from `at` to the one before `end`. */
export interface Span {
  at: number;
  end: number;
}

/** The index of the first span, in a list in the order of the text, that begins at a unit or later. */
export const firstFrom = (spans: readonly Span[], at: number): number => {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The spans of a list in the order of the text that begin between two units. */
export const between = <S extends Span>(spans: readonly S[], from: number, to: number): S[] =>
  spans.slice(firstFrom(spans, from), firstFrom(spans, to));

/** Knows whether a span lies within one of others. */
export const within = (spans: readonly Span[], length: number): ((one: Span) => boolean) => {
  const reach = new Int32Array(length + 1);
  for (const { at, end } of spans) reach[at] = Math.max(reach[at] ?? 0, end);
  for (let at = 1; at <= length; at += 1) reach[at] = Math.max(reach[at] ?? 0, reach[at - 1] ?? 0);
  return ({ at, end }) => (reach[at] ?? 0) >= end;
};

/** Knows whether a span shares a unit with one of others. */
export const touching = (spans: readonly Span[], length: number): ((one: Span) => boolean) => {
  const taken = new Uint8Array(length + 1);
  for (const { at, end } of spans) taken.fill(1, at, end);
  return ({ at, end }) => taken.subarray(at, end).includes(1);
};

/** Knows whether a span begins within one of others and runs on beyond its end. */
export const runningOutOf = (spans: readonly Span[], length: number): ((one: Span) => boolean) => {
  const nearest = new Int32Array(length + 1);
  for (const { at, end } of spans) {
    for (let unit = at + 1; unit < end; unit += 1) nearest[unit] = Math.min(end, nearest[unit] || end);
  }
  return ({ at, end }) => {
    const last = nearest[at] ?? 0;
    return last > 0 && last < end;
  };
};
