import { type Catalogue, catalogueOf } from './catalogue.ts';
import type { Answer, Question } from './conversation.ts';
import { digitsHeard, type Language } from './spoken-number.ts';

const EVERYWHERE: Record<string, string> = { 0: 'agent', 9: 'repeat' };
const FIRST: Record<string, string> = { 1: 'report', 2: 'look-up' };

/** The keys of each question, beside those that hold everywhere. */
const KEYS: Partial<Record<Question, Record<string, string>>> = {
  greeting: FIRST,
  menu: FIRST,
  kind: { 1: 'inquiry', 2: 'help', 3: 'complaint', 4: 'suggestion' },
  confirm: { 1: 'yes', 2: 'again' },
};

/** What can be said at a question instead of pressing its keys. */
const wordsOf = (question: Question, { heard }: Catalogue): Catalogue['heard']['menu'] => {
  if (question === 'greeting' || question === 'menu') return heard.menu;
  return question === 'kind' || question === 'confirm' ? heard[question] : [];
};

/** Questions at which any words are the answer itself: there a command is only what is said alone. */
const FREE: readonly Question[] = ['matter', 'record'];

const plain = (speech: string): string =>
  speech
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .trim();

/** English words are found whole ("no" is not in "know"), Chinese ones wherever they stand. */
const isSaid = (word: string, speech: string): boolean =>
  /^[a-z ]+$/.test(word) ? ` ${speech} `.includes(` ${word} `) : speech.includes(word);

/** What the caller chose by key or by word: `agent`, `repeat` or an option of the question; undefined for none of them. */
export const choiceIn = (question: Question, { digits, speech = '' }: Answer, language: Language): string | undefined => {
  const keys = { ...KEYS[question], ...EVERYWHERE };
  if (digits !== undefined) return keys[digits];
  const said = plain(speech);
  const catalogue = catalogueOf(language);
  const { anywhere } = catalogue.heard;
  if (FREE.includes(question)) return anywhere.find(([word]) => word === said)?.[1];
  const key = /^.{1,2}$|^[a-z]+$/su.test(said) ? keys[digitsHeard(said)] : undefined;
  return key ?? [...anywhere, ...wordsOf(question, catalogue)].find(([word]) => isSaid(word, said))?.[1];
};

/** The words that the question's answer is likely to be, for the provider's speech recognition. */
export const hintsFor = (question: Question, language: Language): string[] => {
  const catalogue = catalogueOf(language);
  return [...wordsOf(question, catalogue), ...catalogue.heard.anywhere].map(([word]) => word);
};
