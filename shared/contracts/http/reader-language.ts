import * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import { once } from '#domain/once.ts';

/** Which language a reader wants names in. Whatever it says, it refuses nobody. */
export const AcceptLanguage = once(() =>
  z.object({
    'accept-language': z
      .string()
      .optional()
      .catch(undefined)
      .describe('`zh` or `en`, as browsers send it; otherwise names come in the language of the district.'),
  }),
);
export type AcceptLanguage = z.output<ReturnType<typeof AcceptLanguage>>;

/** The language that a reader likes best of those that the hotline has; else the district's own. */
export const readerLanguage = (
  { 'accept-language': wanted = '' }: AcceptLanguage,
  { language }: Pick<District, 'language'>,
): District['language'] => {
  const liked = wanted.split(',').flatMap((one) => {
    const [, tag, quality = '1'] = /^\s*(zh|en)\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(one) ?? [];
    return tag === undefined
      ? []
      : [{ tag: tag.toLowerCase() === 'zh' ? ('zh' as const) : ('en' as const), quality: Number(quality) }];
  });
  const [best] = liked.filter(({ quality }) => quality > 0).sort((one, other) => other.quality - one.quality);
  return best?.tag ?? language;
};
