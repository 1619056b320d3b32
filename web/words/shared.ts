import { spoken } from './language.ts';
import { sharedEn } from './shared-en.ts';
import { type SharedWords, sharedZh } from './shared-zh.ts';

/** What all pages say, in the language of the person. */
export const shared = (): SharedWords => spoken({ zh: sharedZh, en: sharedEn });
