/**
 * A text as it is compared: small letters, and the plain form of full-width letters, half-width kana, ligatures and signs such
 * as ㏟. It is often longer or shorter than what was written. A text that is folded already stays as it is: a small letter may
 * grow together with a mark from which its capital stands apart.
 */
export const foldedText = (written: string): string => {
  const plain = written.normalize('NFKC');
  const small = plain.toLowerCase();
  return small === plain ? plain : small.normalize('NFKC');
};

/** A part of a text: from the place `at` to the one before `end`. */
export interface Part {
  at: number;
  end: number;
}

const MARK = /^\p{M}/u;
/** Signs that have more than one unit. */
const IS_LONG = /[\p{M}\u{10000}-\u{10ffff}]/u;

/** Whether a sign becomes one with what stands before it: half-width ｶ and ﾞ, the parts of a syllable of Korean. */
const growsOnto = (before: string, sign: string): boolean =>
  MARK.test(sign) || (before + sign).normalize('NFKC') !== before.normalize('NFKC') + sign.normalize('NFKC');

/** The smallest pieces of a text that can be folded apart. */
const piecesOf = (written: string): string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const sign of written) {
    if (piece === '' || growsOnto(piece, sign)) piece += sign;
    else {
      pieces.push(piece);
      piece = sign;
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
};

/**
 * Where a part of the folded text stands in the text as it was written. Of a sign that the part holds only a piece of, as m of
 * ㏟, it is the whole sign: a part that has letters is never empty.
 */
export const partsAsWritten = (written: string): ((part: Part) => Part) => {
  const folded = foldedText(written);
  const small = written.toLowerCase();
  // Most texts are plain, and all that changes is capitals.
  if (folded === small && small.length === written.length && !IS_LONG.test(written)) return (part) => part;
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const piece of piecesOf(written)) {
    const end = at + piece.length;
    for (let left = foldedText(piece).length; left > 0; left -= 1) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return (part) => {
    const start = starts[part.at] ?? written.length;
    return { at: start, end: part.end > part.at ? (ends[part.end - 1] ?? written.length) : start };
  };
};
