import type { District } from '#domain/district/district.ts';
import { everySaid, plainWords } from '#domain/district/spoken-words.ts';
import type { State } from './state.ts';

/** What stands before a sign that is not there: 头不疼, 没吐了, "not dizzy". */
const DENIED = /(?:[不没]|没有|并不|no|not|n't) ?$/u;

/** The signs by which one knows that the danger in question has reached somebody: 头疼 after a smell of gas. */
export const signsOfDanger = ({ alarm, danger }: State, { danger: { dangers } }: Pick<District, 'danger'>): readonly string[] =>
  dangers.find(({ id }) => id === (danger ?? alarm?.danger))?.affirmedBy ?? [];

/** Whether somebody who was asked whether there is danger names a sign of it. It is a yes, whatever stands beside it. */
export const isAffirmed = (state: State, speech: string, district: Pick<District, 'danger'>): boolean => {
  const text = plainWords(speech);
  const signs = new Set(signsOfDanger(state, district).map(plainWords));
  return everySaid(signs, text).some(({ at }) => !DENIED.test(text.slice(0, at)));
};
