import type { TicketKind, TicketState } from '../../domain/ticket-words.ts';
import { english } from './catalogue-en.ts';
import { chinese } from './catalogue-zh.ts';
import type { Notice } from './conversation.ts';
import type { Language } from './spoken-number.ts';

/** Words that are listened for and what each chooses; the first that was said decides. */
type Heard = readonly (readonly [word: string, choice: string])[];

/** All that is said in one language, and the words that are understood in it. */
export interface Catalogue {
  greeting(about: { district: string; hotline: string; agents: boolean }): string;
  menu(about: { agents: boolean }): string;
  connecting: string;
  askKind: string;
  askMatter: string;
  askRecording: string;
  confirm(about: { kind: string; matter: string }): string;
  askNumber: string;
  numberIs: string;
  numberAgain: string;
  repeatIt: string;
  goodbye: string;
  /** Something of ours failed; the same step is tried again at once. */
  oneMoment: string;
  /** Something of ours failed for good. */
  outOfOrder: string;
  notices: Record<Exclude<Notice['notice'], 'found'>, string>;
  found(about: {
    state: TicketState;
    due?: { month: number; day: number; hour: number; minute: number } | undefined;
    provisional: boolean;
  }): string;
  kinds: Record<TicketKind, string>;
  /** What a ticket says that has only a recording, or not even that. */
  matters: { recorded: string; nothingSaid: string };
  heard: { anywhere: Heard; menu: Heard; kind: Heard; confirm: Heard };
}

const catalogues: Record<Language, Catalogue> = { zh: chinese, en: english };

/** The catalogue of a language. */
export const catalogueOf = (language: Language): Catalogue => catalogues[language];
