import { spoken } from '#web/words/language.ts';
import { deskEn } from './en.ts';
import { type DeskWords, deskZh } from './zh.ts';

/** What the desk's page says, in the language of the person. */
export const desk = (): DeskWords => spoken({ zh: deskZh, en: deskEn });
