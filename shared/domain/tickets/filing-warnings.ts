import * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import { once } from '#domain/once.ts';
import { numbersIn } from '#domain/text/numbers-in-text.ts';

/** What reporters who wish not to be known are told where their own words may name them. */
export const FilingWarning = once(() =>
  z.object({
    code: z.enum(['number-in-text', 'name-in-text']),
    /** For people, in the language of the district. */
    detail: z.string(),
  }),
);
export type FilingWarning = z.infer<ReturnType<typeof FilingWarning>>;

const details: Record<District['language'], Record<FilingWarning['code'], string>> = {
  zh: {
    'number-in-text': '您写的内容里有电话号码或身份证号。承办部门看不到这些号码，但内容里其他能认出您的话，部门看得到。',
    'name-in-text': '您写的内容里好像有您的姓名。匿名时承办部门也看得到您写的内容。',
  },
  en: {
    'number-in-text':
      'There is a telephone or identity card number in what you wrote. The department does not see it, but it reads all other words by which you may be known.',
    'name-in-text': 'Your name seems to be in what you wrote. The department reads what you wrote, also when you are anonymous.',
  },
};

/** Words by which people say their name. */
const INTRODUCES = /我叫(?!他|她|它|了|人|上|过|车|来|不)|(?:我的?|本人)(?:名字|姓名)[是叫为：:]|本人姓|\bmy name is\b/iu;

/** What to tell somebody who files or adds these texts; nothing where who asked may be known anyway. */
export const filingWarnings = (
  { texts, anonymous, name }: { texts: readonly (string | undefined)[]; anonymous: boolean; name?: string | undefined },
  { language }: Pick<District, 'language'>,
): { warnings?: FilingWarning[] } => {
  if (!anonymous) return {};
  const said = texts.filter((text) => text !== undefined);
  const isNamed = (text: string): boolean =>
    (name !== undefined && name.length > 1 && text.includes(name)) || INTRODUCES.test(text);
  const codes: FilingWarning['code'][] = [
    ...(said.some((text) => numbersIn(text).length > 0) ? (['number-in-text'] as const) : []),
    ...(said.some(isNamed) ? (['name-in-text'] as const) : []),
  ];
  return codes.length === 0 ? {} : { warnings: codes.map((code) => ({ code, detail: details[language][code] })) };
};
