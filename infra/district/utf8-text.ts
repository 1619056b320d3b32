import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

/** A text in a file, or what keeps it from being read, with its line. */
export type ReadText = { text: string; unread?: undefined } | { text?: undefined; unread: { line: number; text: string } };

const REMEDY = 'save the file as UTF-8';
const lineAt = (bytes: Uint8Array, byte: number): number => bytes.subarray(0, byte).filter((one) => one === 0x0a).length + 1;

/** Where the first sign begins that is not UTF-8, counted from 0. */
const firstWrongByte = (bytes: Uint8Array): number => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let begun = 0;
  for (let byte = 0; byte < bytes.length; byte += 1) {
    try {
      // Nothing comes out while a sign of several bytes is not whole.
      if (decoder.decode(bytes.subarray(byte, byte + 1), { stream: true }) !== '') begun = byte + 1;
    } catch {
      return begun;
    }
  }
  return begun;
};

const isUtf16 = (bytes: Uint8Array): boolean => {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length >= 4 && (bytes[0] === 0) !== (bytes[1] === 0) && (bytes[2] === 0) === (bytes[0] === 0);
};

/** Signs that no file of a district needs, and that editors and converters leave behind. */
export const strangeSign = (text: string): { at: number; problem: string } | undefined => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const at = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]|\p{Noncharacter_Code_Point}|\p{Cs}/u);
  if (at < 0) return undefined;
  const code = `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const problem =
    code === 'U+FFFD'
      ? `a letter was lost here and became ${code} when the file was saved in another encoding; write it again and ${REMEDY}`
      : `the sign ${code} is no text; remove it and ${REMEDY}`;
  return { at, problem };
};

/** Reads a file that must be UTF-8. Read in any other way, names would be wrong and nobody would see it. */
export const utf8Text = (path: string): ReadText => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return {
      unread: { line: 1, text: `it can't be read (${(error as NodeJS.ErrnoException).code}); make it a file that you may read` },
    };
  }
  if (isUtf16(bytes)) return { unread: { line: 1, text: `byte 0: this is UTF-16; ${REMEDY}` } };
  if (!isUtf8(bytes)) {
    const byte = firstWrongByte(bytes);
    return { unread: { line: lineAt(bytes, byte), text: `byte ${byte}: this is not UTF-8, perhaps GBK or Latin-1; ${REMEDY}` } };
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const strange = strangeSign(text);
  if (!strange) return { text };
  const before = text.slice(0, strange.at);
  return { unread: { line: before.split('\n').length, text: `byte ${Buffer.byteLength(before)}: ${strange.problem}` } };
};
