import { noteOf } from '#domain/district/danger/danger-note.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';
import { everySaid, isSaidAt, plainWords } from '#domain/district/spoken-words.ts';
import { doubtOf } from './danger-in-call.ts';
import { isMistaken } from './mistaken-danger.ts';
import { goOn, keep, tellMore } from './moves.ts';
import type { Answer, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

const ENDINGS = /[了啦呢]+$/u;

/** The words of the danger that was understood, and those by which it was. */
export const wordsOfDanger = ({ alarm, danger }: State, district: District): string[] => {
  const known = district.danger.dangers.find(({ id }) => id === danger)?.words ?? [];
  return [...new Set([...(alarm?.words ?? []), ...known].map((word) => plainWords(word).replace(ENDINGS, '')))];
};

/** Where a text goes on after the first of these words that is said at a place; undefined when none is. */
const endAfter = (words: readonly string[], text: string, at: number): number | undefined => {
  const word = words.find((one) => isSaidAt(one, text, at));
  if (word === undefined) return undefined;
  let end = at + word.length;
  while (text[end] === ' ' || text[end] === ',') end += 1;
  return end;
};

/** Whether somebody says plainly that there is no danger, and nothing beside it that leaves one. */
const saysNoDanger = (state: State, speech: string, district: District): boolean => {
  const { falseAlarm, fillers, confirm } = catalogueOf(state.language).heard;
  const text = plainWords(speech);
  const isSaid = (words: readonly string[]): boolean => everySaid(new Set(words.map(plainWords)), text).length > 0;
  if (isSaid(falseAlarm.unless)) return false;
  if (isSaid(falseAlarm.nobody) || isMistaken(state.language, speech, district)) return true;
  // 没着火 at the beginning, after any number of no: later it may speak of something else.
  const nots = falseAlarm.not.map(plainWords);
  const before = [...fillers, ...confirm.no, ...confirm.noAlone, ...nots].map(plainWords).sort((a, b) => b.length - a.length);
  const dangers = wordsOfDanger(state, district);
  for (let at: number | undefined = 0; at !== undefined && at < text.length; at = endAfter(before, text, at)) {
    const begin = at;
    const isDenied = (not: string): boolean => {
      const after = endAfter([not], text, begin);
      return after !== undefined && endAfter(dangers, text, after) !== undefined;
    };
    if (nots.some(isDenied)) return true;
  }
  return false;
};

/**
 * Where the conversation goes on when a caller who was given an emergency number says plainly that nobody is in danger:
 * what was understood stays as a doubt, and the ordinary questions are asked. Undefined for silence and for anything else,
 * for other words of danger, and where somebody spoke of their own life.
 */
export const takenBack = (state: State, { speech }: Answer, district: District): State | undefined => {
  const { alarm } = state;
  if (speech === undefined || !alarm || alarm.selfHarm) return undefined;
  const note = noteOf(understandDanger(district, speech, 'spoken'));
  if (note?.outcome === 'danger' || note?.selfHarm || !saysNoDanger(state, speech, district)) return undefined;
  const told = keep(tellMore(state, speech, district), speech, 'no-danger');
  const calm = { ...told, alarm: { ...alarm, outcome: 'doubt' as const }, danger: undefined, takenBack: true };
  const gone = goOn({ ...calm, askedOfDanger: [...(state.askedOfDanger ?? []), doubtOf(alarm)] });
  return { ...gone, notices: [{ notice: 'not-danger' }, ...gone.notices] };
};
