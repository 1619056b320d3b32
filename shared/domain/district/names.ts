import * as z from 'zod';

/** Ids are spoken in queue names, groups and URLs, so they keep to what all of those allow. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, beginning with a letter, at most 40');
/** What a thing is called. */
export const Name = z.string().min(1).max(60);
/** Something that is searched in what a caller says. */
export const Word = z.string().trim().min(1).max(40);
