import * as z from 'zod';
import { beginningOf } from './beginning.ts';

/*
 * What people write or say. One rule for all of it:
 *   - every line break that Unicode knows is \n, and the ends are trimmed;
 *   - signs that turn the direction of writing are taken out: nobody types them, they come with numbers that were copied, and
 *     they can make a text read otherwise than it is written. Marks of direction (U+200E, U+200F, U+061C) stay;
 *   - half signs, noncharacters and control characters are refused, since queues and XML can't hold them; tabs stay;
 *   - a text in which nothing can be seen is none;
 *   - it is counted in Unicode code points, as JSON Schema counts.
 */
const LINE_BREAKS = /\r\n|[\v\f\r\u0085\u2028\u2029]/g;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const UNTAKEN = /[\p{Cs}\p{Noncharacter_Code_Point}]|[^\P{Cc}\n\t]/u;
const ALL_UNTAKEN = new RegExp(UNTAKEN, 'gu');
/** The blank of Braille, and what stands for a picture or a note that did not come with the text, are not seen either. */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffc]/u;

const tidied = (text: string): string => text.replace(LINE_BREAKS, '\n').replace(TURNING, '').trim();

/** Why a sign is not taken, as a sentence. */
const whyNot = (sign: string): string => {
  const name = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (!sign.isWellFormed()) return `${name} is half of a character: send whole characters`;
  return /\p{Cc}/u.test(sign)
    ? `${name} is a control character: only line breaks and tabs are taken`
    : `${name} is no character of Unicode: leave it out`;
};

/** How many code points a text has. */
const countOf = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

const longest = new WeakMap<z.ZodType, number>();

/** Text of people as a contract or a command takes it, of `min` to `max` code points; `description` is for openapi.json. */
export const freeText = ({ min = 1, max, description }: { min?: number; max: number; description?: string }): z.ZodString => {
  const schema = z
    .string()
    .overwrite(tidied)
    .check(({ value, issues }) => {
      const untaken = UNTAKEN.exec(value)?.[0];
      const about = { input: value, origin: 'string', inclusive: true } as const;
      if (untaken !== undefined) issues.push({ code: 'custom', input: value, message: whyNot(untaken) });
      else if (min > 0 && !VISIBLE.test(value))
        issues.push({ code: 'custom', input: value, message: 'blank: there is nothing to be seen in it' });
      else if (countOf(value) < min) issues.push({ ...about, code: 'too_small', minimum: min });
      else if (countOf(value) > max) issues.push({ ...about, code: 'too_big', maximum: max });
    })
    .meta({ minLength: min, maxLength: max, ...(description !== undefined && { description }) });
  longest.set(schema, max);
  return schema;
};

/** Whether a schema was made here. */
export const isFreeText = (schema: z.ZodType): boolean => longest.has(schema);

/** How many code points a free text may have. */
export const longestOf = (schema: z.ZodType): number => {
  const max = longest.get(schema);
  if (max === undefined) throw new Error('this schema is no free text');
  return max;
};

/**
 * What can be read of a text that nobody can be asked to send again: by the same rule, but what is not taken is a
 * gap, half signs are U+FFFD, and what is too long is cut. Blank text is empty.
 */
export const readableOf = (text: string, max: number): string => {
  const readable = tidied(text).toWellFormed().replace(ALL_UNTAKEN, ' ').trim();
  return VISIBLE.test(readable) ? beginningOf(readable, { signs: max }).trim() : '';
};

/** Whether a sign was lost on the way: what can't be decoded is U+FFFD. */
export const hasLostSigns = (text: string): boolean => text.includes('\ufffd');

/** The same text as it was kept: it was checked when it came in, and what was kept once is always read. */
export const kept = (schema: z.ZodString): z.ZodString => z.string().meta({ maxLength: longestOf(schema) });
