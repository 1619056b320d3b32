import type { Language } from './spoken-number.ts';

/** One thing that the caller hears: words, in the step's language unless they say another, or so many seconds of nothing. */
export type Utterance = string | { text: string; language: Language } | { pause: number };
