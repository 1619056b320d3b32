import { foldedText, partsAsWritten } from '#domain/text/folded.ts';
import { anyOf } from './place-told.ts';
import type { Catalogue, RetellWords } from './words/catalogue.ts';

/** What is much longer than the word that it stands for is a sentence of its own. */
export const SENTENCE = 2;

/** One thing that stands for another. */
export interface Swap {
  from: string;
  to: string;
}

/** Words of Chinese stand without blanks; others end where their letters do. */
const bounded = (words: readonly string[]): string => `(?:(?<![a-z])(?:${anyOf(words)})(?![a-z]))`;

/** The same the other way round: 是井盖不是路灯. */
const turned = (but: RetellWords['but'], not: RetellWords['not'], speech: string): (string | undefined)[] => {
  const order = new RegExp(
    `^[\\s，。、,.]*${bounded(but)}\\s*([^，。、,.]{1,40}?)[，,、]?\\s*${bounded(not)}([^，。、,.]+)[。.]?$`,
    'iu',
  );
  const [, to, from] = order.exec(speech) ?? [];
  return [speech, from, to];
};

/** What stands for what, in 不是路灯是井盖. Of several 不是 the last one that has something behind it. */
export const swapIn = ({ not, but, is }: RetellWords, speech: string): Swap | undefined => {
  const between = `(?:[，,、]\\s*|\\s*(?<!不)${bounded(but)})`;
  const [, from, to] =
    new RegExp(`^.*${bounded(not)}\\s*([^，。、,.]{1,40}?)${between}(.+)$`, 'isu').exec(speech) ?? turned(but, not, speech);
  return from === undefined || to === undefined ? undefined : { from: toldIn(is, from), to: toldIn(is, to) };
};

/** What is told, without 是 before it and the signs around it. */
export const toldIn = (is: RetellWords['is'], text: string): string => {
  const start = new RegExp(`^(?:[\\s，。、,.:：]|${bounded(is)})+`, 'iu');
  return text.replace(start, '').replace(/[\s，。、,.！!啊呀吧呢]+$/u, '');
};

/** The part of a matter that somebody names as wrong, and what they say instead, if anything. */
export const partNamed = (words: RetellWords, speech: string): { part: 'where' | 'what'; value: string } | undefined => {
  for (const part of ['where', 'what'] as const) {
    const [named, wrong] = [bounded(words[part]), bounded(words.wrong)];
    const near = '[^，。、,.]{0,6}?';
    // 错了是皇城镇 names what is right.
    const behind = '(?:(?![是在])[^，。、,.]){0,6}?';
    const found = new RegExp(`(?:${named}${near}${wrong}|${wrong}${behind}${named})了?(.*)$`, 'isu').exec(speech);
    if (found) return { part, value: toldIn(words.is, found[1] ?? '') };
  }
  return undefined;
};

/** What is not so, where nothing is told instead: 不是西关村. */
export const wrongAlone = ({ not, is }: RetellWords, speech: string): string | undefined => {
  const [, wrong] = new RegExp(`^[\\s，。、,.]*${bounded(not)}\\s*([^，。、,.]{2,20})[。.]?$`, 'iu').exec(speech) ?? [];
  return wrong === undefined ? undefined : toldIn(is, wrong);
};

/** A name that is known, called wrong by itself, and what stands for it: 西关错了，是东关. */
export const nameCalledWrong = (
  { retell, particles }: Catalogue['heard'],
  names: readonly string[],
  speech: string,
): Swap | undefined => {
  const text = foldedText(speech);
  const known = names.filter((name) => name.length >= SENTENCE).toSorted((a, b) => b.length - a.length);
  const name = known.find((one) => text.includes(foldedText(one)));
  if (name === undefined) return undefined;
  const at = text.indexOf(foldedText(name));
  const behind = speech.slice(partsAsWritten(speech)({ at, end: at + foldedText(name).length }).end);
  const skipped = `(?:\\s|[，,]|说|那个|这个|${particles.join('|')}){0,3}`;
  const [, to] = new RegExp(`^${skipped}${bounded(retell.wrong)}了?(.+)$`, 'isu').exec(behind) ?? [];
  return to === undefined ? undefined : { from: name, to: toldIn(retell.is, to) };
};

/** What stands behind a word that takes back what was said before it: 辛店街道，不对，是闻韶街道. */
export const laterIn = ({ rather, is }: RetellWords, speech: string): { before: string; later: string } | undefined => {
  const order = new RegExp(`^(.*)${bounded(rather)}(?!劲|外|着)了?[\\s，。、,.]*(.+)$`, 'isu');
  const [, before = '', later] = order.exec(speech) ?? [];
  return later === undefined ? undefined : { before, later: toldIn(is, later) };
};

/** What stands behind a word that takes a part of a yes back: 不过是在学校门口. */
export const contrastIn = ({ contrast }: RetellWords, speech: string): string | undefined =>
  new RegExp(`^[\\s，。、,.]*${bounded(contrast)}[\\s，,]*(.+)$`, 'isu').exec(speech)?.[1];

/** Whether a text begins with a word behind which a place follows: 在. */
export const isBehindAt = ({ at }: RetellWords, speech: string): boolean =>
  new RegExp(`^[\\s，。、,.]*${bounded(at)}`, 'iu').test(speech);
