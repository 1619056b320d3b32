import { isSaid } from '#domain/district/spoken-words.ts';
import { goTo, missed } from './moves.ts';
import type { Answer, State } from './state.ts';
import { MACHINE_WORDS } from './words/machine-words.ts';

/**
 * Where a call that asks for a rating stands when a machine answered; undefined for a person. A machine rates nothing: when
 * the provider knows it the call is over, and what sounds like one is asked once more, since a person may come.
 */
export const afterMachine = (state: State, { machine, speech = '' }: Answer): State | undefined => {
  if (state.question !== 'solved' && state.question !== 'stars') return undefined;
  if (machine === 'yes') return goTo(state, 'over');
  return MACHINE_WORDS.some((word) => isSaid(word, speech)) ? missed(state, 'wrong') : undefined;
};
