import type { Chance } from '#domain/district/sorting/classify.ts';
import { SURE_FROM } from '#domain/district/sorting/understand-matter.ts';
import { inColumns } from '#simulator/sample-day/columns.ts';
import type { Example } from './examples.ts';

/** What the hotline made of one matter. */
export interface Judgement {
  id: string;
  probability: number;
  sure: boolean;
  words: readonly string[];
}

/** A matter, what is right, and what the hotline made of it. */
export interface Judged {
  text: string;
  register: Example['register'];
  right: string;
  made: Judgement;
}

const HAN = /\p{Script=Han}/u;
const percent = (count: number, of: number): string => (of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`);

/** The 95 % interval of a share (Wilson). */
export const interval = (count: number, of: number): string => {
  if (of === 0) return '–';
  const z = 1.96;
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return `${(100 * Math.max(0, middle - half)).toFixed(0)}–${(100 * Math.min(1, middle + half)).toFixed(0)} %`;
};

/** How many are right, unsure, and wrong though sure. */
export const countsOf = (judged: readonly Pick<Judged, 'right' | 'made'>[]) => {
  const isRight = ({ right, made }: Pick<Judged, 'right' | 'made'>): boolean => made.id === right;
  return {
    all: judged.length,
    right: judged.filter(isRight).length,
    sureRight: judged.filter((one) => one.made.sure && isRight(one)).length,
    unsure: judged.filter(({ made }) => !made.sure).length,
    wrongAndSure: judged.filter((one) => one.made.sure && !isRight(one)).length,
  };
};

const rowOf = (name: string, judged: readonly Judged[]): string[] => {
  const { all, right, unsure, wrongAndSure } = countsOf(judged);
  return [name, String(all), percent(right, all), interval(right, all), percent(unsure, all), percent(wrongAndSure, all)];
};

/** Right, unsure, wrong and sure, by register and language. */
export const table = (judged: readonly Judged[]): string => {
  const isChinese = ({ text }: Judged): boolean => HAN.test(text);
  const rows = (['spoken', 'written'] as const).flatMap((register) => [
    rowOf(
      `${register}, Chinese`,
      judged.filter((one) => one.register === register && isChinese(one)),
    ),
    rowOf(
      `${register}, English`,
      judged.filter((one) => one.register === register && !isChinese(one)),
    ),
  ]);
  const header = ['', 'matters', 'right', '95 %', 'unsure', 'wrong and sure'];
  return inColumns([header, ...rows.filter(([, count]) => count !== '0'), rowOf('all', judged)]);
};

/** What was taken for what, the most frequent first. */
export const confusions = (judged: readonly Judged[], most: number): string => {
  const counts = new Map<string, { count: number; sure: number }>();
  for (const { right, made } of judged) {
    if (made.id === right) continue;
    const pair = `${right} → ${made.id}`;
    const { count, sure } = counts.get(pair) ?? { count: 0, sure: 0 };
    counts.set(pair, { count: count + 1, sure: sure + (made.sure ? 1 : 0) });
  }
  const rows = [...counts].sort(([, one], [, other]) => other.count - one.count || other.sure - one.sure).slice(0, most);
  if (rows.length === 0) return 'Nothing was taken for something else.';
  return inColumns([
    ['right → taken for', 'times', 'sure'],
    ...rows.map(([pair, { count, sure }]) => [pair, String(count), String(sure)]),
  ]);
};

/** Of so many answers with about this probability so many were right. */
export const reliability = (judged: readonly Pick<Judged, 'right' | 'made'>[]): string => {
  const rows = Array.from({ length: 10 }, (_, n) => {
    const within = judged.filter(({ made }) => Math.min(9, Math.floor(made.probability * 10)) === n);
    const mean = within.reduce((sum, { made }) => sum + made.probability, 0) / within.length;
    const right = within.filter((one) => one.made.id === one.right).length;
    return [
      `${n * 10}–${n * 10 + 10} %`,
      String(within.length),
      percent(mean * within.length, within.length),
      percent(right, within.length),
    ];
  });
  return inColumns([['probability', 'matters', 'on average', 'right'], ...rows.filter(([, count]) => count !== '0')]);
};

/** What trials made of examples that they had not seen. */
export const judgedOf = (
  examples: readonly Example[],
  asked: 'category' | 'kind',
  chances: readonly (readonly Chance[])[],
  sureFrom: Record<'category' | 'kind', number> = SURE_FROM,
): Judged[] =>
  examples.map(({ text, register, [asked]: right }, n) => {
    const { id = '', probability = 0 } = chances[n]?.[0] ?? {};
    return { text, register, right, made: { id, probability, sure: probability >= sureFrom[asked], words: [] } };
  });
