import * as z from 'zod';
import { foldedText } from '#domain/text/folded.ts';

/** Ids are spoken in queue names, groups and URLs, so they keep to what all of those allow. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, beginning with a letter, at most 40');
/**
 * What a thing is called: something that can be seen, and nothing else, so that no two names look the same. Hangul fillers
 * and the blank of Braille are letters and signs that show nothing.
 */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((name) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name), 'has a sign that can not be seen; remove it')
  .refine(
    (name) => name === '' || /[\p{L}\p{N}]/u.test(name.replace(/\p{Default_Ignorable_Code_Point}/gu, '')),
    'should have a letter or a digit that can be seen',
  );

/** A name as the eye takes it: wide and narrow letters, capitals, blanks and what can not be seen make no difference. */
export const seenAs = (name: string): string => foldedText(name).replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');
/** Something that is searched in what a caller says. */
export const Word = z.string().trim().min(1).max(40);
