/** How much of a text is kept, in Unicode code points as free text is counted, and in bytes of UTF-8 where that matters. */
export interface Most {
  signs: number;
  bytes?: number;
}

const bytesOf = (codePoint: number): number => {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
};

/** Where the first code point begins that is too many; the text's length when all fit. */
const endOf = (text: string, { signs, bytes = Number.POSITIVE_INFINITY }: Most): number => {
  let [end, left, room] = [0, signs, bytes];
  for (const sign of text) {
    left -= 1;
    room -= bytesOf(sign.codePointAt(0) ?? 0);
    if (left < 0 || room < 0) return end;
    end += sign.length;
  }
  return end;
};

let segmenter: Intl.Segmenter | undefined;

/** Where the sign begins that a reader sees at this place: a flag, a family or an accent is more than one code point. */
const startOfSign = (text: string, place: number): number => {
  // Made when the first text is too long: most starts never cut one.
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text).containing(place)?.index ?? place;
};

/**
 * The beginning of a text: as much as fits, and no half sign at its end. Everything that cuts a text cuts it here. What it
 * gives is well-formed, whatever it was given.
 */
export const beginningOf = (text: string, most: Most): string => {
  if (text.length <= most.signs && most.bytes === undefined) return text.toWellFormed();
  const end = endOf(text, most);
  if (end === text.length) return text.toWellFormed();
  const start = startOfSign(text, end);
  // What is one sign from the very beginning is cut as it comes.
  return text.slice(0, start > 0 ? start : end).toWellFormed();
};
