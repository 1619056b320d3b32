import { spoken } from '#web/words/language.ts';
import { residentEn } from './en.ts';
import { type ResidentWords, residentZh } from './zh.ts';

/** What the residents' page says, in the language of the person. */
export const resident = (): ResidentWords => spoken({ zh: residentZh, en: residentEn });
