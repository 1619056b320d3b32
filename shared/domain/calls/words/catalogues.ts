import type { Language } from '#domain/calls/spoken-number.ts';
import type { Catalogue } from './catalogue.ts';
import { english } from './catalogue-en.ts';
import { chinese } from './catalogue-zh.ts';

const catalogues: Record<Language, Catalogue> = { zh: chinese, en: english };

/** The catalogue of a language. */
export const catalogueOf = (language: Language): Catalogue => catalogues[language];
