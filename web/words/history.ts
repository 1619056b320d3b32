import { historyEn } from './history-en.ts';
import { type HistoryWords, historyZh } from './history-zh.ts';
import { spoken } from './language.ts';

/** What the history of a ticket says, in the language of the person. */
export const historyWords = (): HistoryWords => spoken({ zh: historyZh, en: historyEn });
