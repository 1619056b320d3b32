import type { Mark, Schedule } from '#domain/district/schedule.ts';
import type { StoodAt } from '#domain/tickets/stood-at.ts';

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

const PRECEDENCES = { u: 'urgent', d: 'doubt', o: 'ordinary' } as const;

/** Writes where a ticket stood before: `u:mi4k2j1x:mi5k2j1x`, how urgent, until when, and what was due. */
export const writtenPlaces = (stood: readonly StoodAt[]): string =>
  stood
    .map(({ precedence, until, dueAt }) =>
      [letterOf(PRECEDENCES, precedence), ...[until, dueAt ?? []].flat().map(writtenAt)].join(':'),
    )
    .join(' ');

const WRITTEN_PLACE = /^([udo]):([0-9a-z]+)(?::([0-9a-z]+))?$/;

/** Reads what `writtenPlaces` wrote; what is none is left as it is, for the schema to refuse. */
export const placesIn = (written: unknown): unknown => {
  if (typeof written !== 'string') return written;
  return written.split(' ').map((one) => {
    const [, precedence, until, dueAt] = WRITTEN_PLACE.exec(one) ?? [];
    if (precedence === undefined || until === undefined) return one;
    return {
      until: instantIn(until),
      precedence: PRECEDENCES[precedence as 'u'],
      ...(dueAt !== undefined && { dueAt: instantIn(dueAt) }),
    };
  });
};
