import { type Cues, isNow, type Judgement, judge, namesIn } from './cues.ts';
import type { Combination, Found, Lexicon, Meaning } from './lexicon.ts';
import { firstFrom, runningOutOf, type Span, touching, within } from './spans.ts';
import { Break, type Units } from './units.ts';

/** Words of danger that stand in a text, and what the words around them make of them. */
export interface Hit extends Span {
  kind: 'danger' | 'doubt' | 'self-harm';
  /** Its id; undefined for a shout that does not say. */
  danger: string | undefined;
  judgement: Judgement;
  /** Whether the text says that it is now. */
  isNow: boolean;
}

/** So many units may stand between two kinds of words that mean something together. */
const LONGEST_GAP = 7;

const isInSentence = ({ breaks }: Units, from: number, to: number): boolean => {
  for (let at = from + 1; at <= to; at += 1) if (breaks[at] === Break.sentence) return false;
  return true;
};

/** Where kinds of words stand in a row. */
const rowsOf = ({ lists }: Combination, byList: ReadonlyMap<string, readonly Span[]>, units: Units): Span[] => {
  const [first = '', ...later] = lists;
  let rows: readonly Span[] = byList.get(first) ?? [];
  for (const list of later) {
    const members = byList.get(list) ?? [];
    rows = rows.flatMap((row) => {
      const next = members[firstFrom(members, row.end)];
      return next && next.at - row.end <= LONGEST_GAP && isInSentence(units, row.at, next.at)
        ? [{ at: row.at, end: next.end }]
        : [];
    });
  }
  return [...rows];
};

const dangerMeant = (meaning: Meaning): Pick<Hit, 'kind' | 'danger'> | undefined => {
  if (meaning.kind === 'danger' || meaning.kind === 'doubt') return { kind: meaning.kind, danger: meaning.danger };
  return meaning.kind === 'self-harm' ? { kind: 'self-harm', danger: undefined } : undefined;
};

const ofKind = (found: readonly Found[], kind: Meaning['kind']): Found[] =>
  found.filter(({ meanings }) => meanings.some((meaning) => meaning.kind === kind));

/** A text that is nothing but a shout: 来人啊来人啊, help. */
const shoutIn = (found: readonly Found[], { ids }: Units): Hit | undefined => {
  let end = 0;
  for (const one of ofKind(found, 'alone')) if (one.at <= end) end = Math.max(end, one.end);
  if (end < ids.length || end === 0) return undefined;
  return { at: 0, end, kind: 'danger', danger: undefined, judgement: 'now', isNow: true };
};

/** All words of danger of a text but those within a phrase that is harmless, and those that run on into a longer name. */
export const hitsIn = (lexicon: Lexicon, units: Units, found: readonly Found[], cues: Cues): Hit[] => {
  const named = namesIn(found);
  // There is no 热死 in 暖气不热 + 死了好几个.
  const isOfName = runningOutOf(named, units.ids.length);
  const isHarmless = touching(
    ofKind(found, 'harmless').filter((phrase) => !isOfName(phrase)),
    units.ids.length,
  );
  const names = new Map<number, number>();
  for (const { at, end } of named) names.set(at, Math.max(end, names.get(at) ?? 0));
  const runsOn = (one: Span): boolean => {
    for (let at = one.at + 1; at < one.end; at += 1) {
      const end = names.get(at) ?? 0;
      if (one.end < end && end - at > one.end - one.at) return true;
    }
    return false;
  };
  const isNone = (one: Span): boolean => isHarmless(one) || runsOn(one);
  const byList = new Map<string, Span[]>();
  for (const { at, end, meanings } of found) {
    for (const meaning of meanings) {
      if (meaning.kind !== 'list' || isNone({ at, end })) continue;
      const members = byList.get(meaning.list) ?? [];
      members.push({ at, end });
      byList.set(meaning.list, members);
    }
  }
  const spoken = [
    ...found
      .filter(({ meanings }) => meanings.some(dangerMeant))
      .flatMap(({ at, end, meanings }) => meanings.map((meaning) => ({ at, end, meaning, isRow: false }))),
    ...lexicon.combinations.flatMap((one) =>
      rowsOf(one, byList, units).map(({ at, end }) => ({ at, end, meaning: one.meaning, isRow: true })),
    ),
  ].sort((one, other) => one.at - other.at);
  const shout = shoutIn(found, units);
  if (shout) return [shout];
  const hits = spoken.flatMap(({ at, end, meaning, isRow }) => {
    const meant = dangerMeant(meaning);
    if (!meant || isNone({ at, end })) return [];
    const { kind, danger } = meant;
    return [{ at, end, kind, danger, judgement: judge(units, cues, { at, end, isRow }), isNow: isNow(units, cues, { at, end }) }];
  });
  // What is denied of 有人落水 is denied of 落水, too.
  const isDenied = within(
    hits.filter(({ judgement }) => judgement === 'not'),
    units.ids.length,
  );
  return hits.map((hit) => (isDenied(hit) ? { ...hit, judgement: 'not' as const } : hit));
};
