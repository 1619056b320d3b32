import { commandsEn } from './commands-en.ts';
import { type CommandWords, commandsZh } from './commands-zh.ts';
import { spoken } from './language.ts';
import { shared } from './shared.ts';

/** The words of a command in the language of the person. One that these pages don't know yet is called by its name. */
export const wordsOf = (name: string): CommandWords => {
  const known: Partial<Record<string, CommandWords>> = spoken({ zh: commandsZh, en: commandsEn });
  return known[name] ?? { title: name, button: name, done: shared().isDone, fields: {} };
};
