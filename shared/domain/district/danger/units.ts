import { foldedText } from '#domain/text/folded.ts';

/** What stands between two units: nothing that counts, the end of a clause, or the end of a sentence. */
export const Break = { none: 0, clause: 1, sentence: 2 } as const;

/** A text as its units, Chinese letters or words that are spelt, each with its place in `text`. */
export interface Units {
  /** The text in which the places are: full-width letters and the like made plain. */
  text: string;
  ids: number[];
  starts: number[];
  ends: number[];
  /** The break before each unit. */
  breaks: number[];
}

/** Knows the number of a unit: 0 for one that no rule speaks of, FILLER for one that is passed over. */
export type IdOf = (unit: string) => number;
export const FILLER = -1;

const SPELT = /[\p{L}\p{M}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
/** Most words are; they need no closer look. */
const ONLY_HAN = /^[\u4e00-\u9fff]+$/;
const ONLY_SPELT = /^[a-z0-9](?:[a-z0-9 '_]*[a-z0-9])?$/;
const SENTENCE_ENDS = '。！？；!?;\n\r…';
const CLAUSE_ENDS = '，,、:.';

const isHanCode = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && (code <= 0x4dbf || code >= 0xf900) && HAN.test(String.fromCodePoint(code)));
const isPunctuation = (code: number): boolean => (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f);
/** The ranges come first: to make such a pattern ready costs milliseconds of a start, and hardly a text needs it. */
const isSpeltCode = (code: number): boolean => {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return !isHanCode(code) && !isPunctuation(code) && SPELT.test(String.fromCodePoint(code));
};

const breakOf = (char: string, next: string | undefined): number => {
  if (SENTENCE_ENDS.includes(char)) return Break.sentence;
  if (char === '.' && (next === undefined || next === ' ' || next === '\n')) return Break.sentence;
  return CLAUSE_ENDS.includes(char) ? Break.clause : Break.none;
};

/** Reads a text into units. Any string will do: what is no letter stands between units. */
export const readUnits = (written: string, idOf: IdOf): Units => {
  const text = foldedText(written);
  const units: Units = { text, ids: [], starts: [], ends: [], breaks: [] };
  let before: number = Break.none;
  const push = (start: number, end: number): void => {
    const id = idOf(text.slice(start, end));
    if (id === FILLER) return;
    units.ids.push(id);
    units.starts.push(start);
    units.ends.push(end);
    units.breaks.push(units.ids.length === 1 ? Break.sentence : before);
    before = Break.none;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    if (isHanCode(code)) {
      push(at, at + width);
      at += width;
    } else if (isSpeltCode(code)) {
      let end = at + width;
      while (end < text.length) {
        const next = text.codePointAt(end) ?? 0;
        if (!isSpeltCode(next)) break;
        end += next > 0xffff ? 2 : 1;
      }
      push(at, end);
      at = end;
    } else {
      before = Math.max(before, breakOf(text[at] ?? '', text[at + 1]));
      at += width;
    }
  }
  return units;
};

/** The units of a word of the district's data. */
export const unitsOf = (word: string): string[] => {
  if (ONLY_HAN.test(word)) return word.split('');
  if (ONLY_SPELT.test(word)) return word.split(/[ '_]+/);
  const { text, starts, ends } = readUnits(word, () => 0);
  return starts.map((start, n) => text.slice(start, ends[n]));
};
