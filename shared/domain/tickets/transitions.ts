import { beginnings } from './beginnings.ts';
import type { Transition } from './command.ts';
import { commands } from './commands.ts';

/**
 * The life of a ticket as data (domain rules: sections 3 and 4): how one begins, and every command. The write's
 * condition, the diagram and the tests come from here.
 */
export const transitions = { ...beginnings, ...commands } as const satisfies Record<string, Transition>;
