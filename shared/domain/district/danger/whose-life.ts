import { everySaid, type Spoken } from '#domain/district/spoken-words.ts';
import type { DangerRules } from './danger-rules.ts';
import type { Reading } from './reading.ts';
import type { Span } from './spans.ts';
import { Break } from './units.ts';

type Whose = 'own' | 'another' | 'unsaid';

/** 一个人 is also who is alone: 就剩我一个人. */
const ALSO_ALONE = /个人$/u;
/** So many letters of Chinese, or words, may stand between somebody and what they are about to do. */
const FARTHEST = 8;

/** 着个人 may begin in the words and end behind them: 楼顶上站着个人. */
const BEYOND = 3;
const UNIT = /\p{Script=Han}|[^\p{Script=Han}\s]+/gu;

const lastOf = (spoken: readonly Spoken[]): Spoken | undefined =>
  spoken.reduce<Spoken | undefined>((last, one) => (last === undefined || one.end > last.end ? one : last), undefined);

/** The clause that words stand in, from its beginning to their end. */
const clauseUntil = ({ units: { text, starts, ends, breaks } }: Reading, { at, end }: Span) => {
  let first = at;
  while (first > 0 && breaks[first] === Break.none) first -= 1;
  const from = starts[first] ?? 0;
  const until = ends[end - 1] ?? text.length;
  return { clause: text.slice(from, until), further: text.slice(from, until + BEYOND), wordsAt: (starts[at] ?? 0) - from };
};

const whoseIs = ({ kinds = {}, selfHarm }: DangerRules, reading: Reading, words: Span): Whose => {
  if (!selfHarm?.others) return 'unsaid';
  const { words: others, own, towards = [], statements = [] } = selfHarm.others;
  const { clause, further, wordsAt } = clauseUntil(reading, words);
  const people = [...(kinds.person ?? []).filter((word) => !ALSO_ALONE.test(word)), ...others];
  const persons = everySaid(people, further).filter(({ at }) => at < clause.length);
  // 我 in 我妈 and before 儿子 is nobody by itself.
  const selves = everySaid(own, clause).filter(
    (self) =>
      !persons.some(
        ({ at, end }) => (at <= self.at && self.end <= end) || (clause.slice(self.end, at).trim() === '' && self.end <= at),
      ),
  );
  const self = lastOf(selves);
  const person = lastOf(persons.filter(({ at }) => !towards.some((word) => clause.slice(0, at).trimEnd().endsWith(word))));
  if (self && (!person || self.end > person.end)) return 'own';
  if (!person) return 'unsaid';
  const between = clause.slice(person.end, Math.max(person.end, wordsAt));
  return (between.match(UNIT) ?? []).length <= FARTHEST && everySaid(statements, between).length === 0 ? 'another' : 'unsaid';
};

/**
 * Whether words of taking a life speak of somebody else, 有人要跳楼, and nowhere of who says them. Who does not say whose life it
 * is speaks of their own.
 */
export const isOfAnother = (rules: DangerRules, reading: Reading, words: readonly Span[]): boolean => {
  const said = words.map((one) => whoseIs(rules, reading, one));
  return said.includes('another') && !said.includes('own');
};
