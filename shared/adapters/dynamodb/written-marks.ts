import type { Mark, Schedule } from '#domain/district/schedule.ts';

/*
 * Limits and cards as a row holds them, a fifth as long as the objects: `ay:mi4k2j1x` is the yellow card of accepting, at so
 * many milliseconds since 1970 in base 36; `a:mi4k2j1x?` the limit of accepting, provisional.
 */
const LIMITS = { a: 'accept', h: 'handle' } as const;
const COLOURS = { y: 'yellow', r: 'red', e: 'escalation' } as const;

const letterOf = <Letters extends Record<string, string>>(letters: Letters, word: Letters[keyof Letters]): string =>
  Object.keys(letters).find((letter) => letters[letter] === word) ?? '';

const writtenAt = (at: string): string => Date.parse(at).toString(36);
const instantIn = (written: string): string => new Date(Number.parseInt(written, 36)).toISOString();

const writtenMark = ({ limit, colour, at }: Mark): string =>
  `${letterOf(LIMITS, limit)}${letterOf(COLOURS, colour)}:${writtenAt(at)}`;

/** Writes cards; nothing where there are none. */
export const writtenMarks = (marks: readonly Mark[]): string => marks.map(writtenMark).join(' ');

/** Writes both limits and the cards that fall for them. */
export const writtenSchedule = ({ accept, handle, marks }: Schedule): string => {
  const limits = Object.entries({ a: accept, h: handle }).map(
    ([letter, { at, provisional }]) => `${letter}:${writtenAt(at)}${provisional ? '?' : ''}`,
  );
  return [...limits, ...marks.map(writtenMark)].join(' ');
};

const WRITTEN_MARK = /^([ah])([yre]):([0-9a-z]+)$/;
const WRITTEN_LIMIT = /^([ah]):([0-9a-z]+)(\?)?$/;

/** Reads what `writtenMarks` wrote; what is no card is left as it is, for the schema to refuse. */
export const marksIn = (written: unknown): unknown => {
  if (typeof written !== 'string') return written;
  return written
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const [, limit, colour, at] = WRITTEN_MARK.exec(one) ?? [];
      if (limit === undefined || colour === undefined || at === undefined) return one;
      return { limit: LIMITS[limit as 'a'], colour: COLOURS[colour as 'y'], at: instantIn(at) };
    });
};

/** Reads what `writtenSchedule` wrote; what is none is left as it is, for the schema to refuse. */
export const scheduleIn = (written: unknown): unknown => {
  if (typeof written !== 'string') return written;
  const [accept = '', handle = '', ...marks] = written.split(' ');
  const limitIn = (one: string) => {
    const [, , at, mark] = WRITTEN_LIMIT.exec(one) ?? [];
    return at === undefined ? one : { at: instantIn(at), provisional: mark !== undefined };
  };
  return { accept: limitIn(accept), handle: limitIn(handle), marks: marksIn(marks.join(' ')) };
};
