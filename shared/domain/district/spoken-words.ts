import { foldedText } from '#domain/text/folded.ts';

const HAN = /\p{Script=Han}/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const isHan = (char: string | undefined): boolean => char !== undefined && HAN.test(char);
/** A letter of a script whose words stand apart, so that a word ends where there is none. */
const isSpelt = (char: string | undefined): boolean => char !== undefined && LETTER.test(char) && !HAN.test(char);

/** What stands between words. */
const BETWEEN_WORDS = /[\p{P}\p{S}\s]+/gu;
/** What is left of it. */
const breakFor = (run: string, at: number, all: string): string => {
  if (!isHan(all[at - 1]) && !isHan(all[at + run.length])) return ' ';
  return /[,.!?;:。、]/.test(run) ? ',' : '';
};

/**
 * What was said, without what speech recognition adds: small letters, single blanks, no punctuation. Chinese is written
 * without blanks, so there they go, too; but where a clause ends a comma stays, or 车不让停，电话打不通 would speak of 停电.
 */
export const plainWords = (text: string): string =>
  foldedText(text)
    .replace(BETWEEN_WORDS, breakFor)
    .replace(/^[ ,]+|[ ,]+$/g, '');

/** Words as plain as `plainWords` makes them, and for each of their signs its place in the text. The text is plain already but for its breaks. */
export const alignedWords = (text: string): { text: string; places: number[] } => {
  let words = '';
  const places: number[] = [];
  const push = (signs: string, at: number): void => {
    for (let n = 0; n < signs.length; n += 1) places.push(at + n);
    words += signs;
  };
  let end = 0;
  for (const { 0: run, index } of text.matchAll(BETWEEN_WORDS)) {
    push(text.slice(end, index), end);
    end = index + run.length;
    if (index > 0 && end < text.length) push(breakFor(run, index, text), index);
  }
  push(text.slice(end), end);
  return { text: words, places };
};

/** A word where it was said: from the letter `at` to the one before `end`. */
export interface Spoken {
  word: string;
  at: number;
  end: number;
}

/** Whether a place in a text is within a word that is spelt with letters: "no" is not said in "know". */
const isWithinWord = (text: string, at: number): boolean => isSpelt(text[at - 1]) && isSpelt(text[at]);

/** Each place where one of the words is said in a text; both are plain. English is found in whole words, Chinese anywhere. */
export const everySaid = (words: Iterable<string>, text: string): Spoken[] => {
  const spoken: Spoken[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (!isWithinWord(text, at) && !isWithinWord(text, end)) spoken.push({ word, at, end });
    }
  }
  return spoken;
};

/** Whether a word was said. */
export const isSaid = (word: string, text: string): boolean => everySaid([plainWords(word)], plainWords(text)).length > 0;

/** Whether a word is said at a place of a text; both are plain. */
export const isSaidAt = (word: string, text: string, at: number): boolean =>
  word !== '' && text.startsWith(word, at) && !isWithinWord(text, at) && !isWithinWord(text, at + word.length);

/** Of all that was found in a text, what was said: the longest words first, and no letter for a shorter one again. */
export const longestSaid = (spoken: readonly Spoken[]): Spoken[] => {
  const taken = new Set<number>();
  const longest: Spoken[] = [];
  let ofThisLength: Spoken[] = [];
  // Words of one length do not give way to each other.
  const take = (): void => {
    for (const { at, end } of ofThisLength) for (let letter = at; letter < end; letter += 1) taken.add(letter);
    ofThisLength = [];
  };
  for (const one of spoken.toSorted((a, b) => b.word.length - a.word.length)) {
    if (ofThisLength[0] && ofThisLength[0].word.length > one.word.length) take();
    let isFree = true;
    for (let letter = one.at; letter < one.end && isFree; letter += 1) isFree = !taken.has(letter);
    if (!isFree) continue;
    longest.push(one);
    ofThisLength.push(one);
  }
  return longest.sort((a, b) => a.at - b.at || a.end - b.end);
};

/** Whether some of these words were said, and nothing else but words that say no more. */
export const isSaidAlone = (words: readonly string[], around: readonly string[], text: string): boolean => {
  const plain = plainWords(text);
  const wanted = everySaid(new Set(words.map(plainWords)), plain);
  const known = new Set<number>();
  for (const { at, end } of [...wanted, ...everySaid(new Set(around.map(plainWords)), plain)]) {
    for (let letter = at; letter < end; letter += 1) known.add(letter);
  }
  return wanted.length > 0 && [...plain.matchAll(/[^ ,]/gu)].every(({ index }) => known.has(index));
};
