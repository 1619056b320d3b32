import type { District } from '#domain/district/district.ts';
import { areaIn } from '#domain/district/places/place-in.ts';
import { isSaid } from '#domain/district/spoken-words.ts';
import { kindSaid } from './choices.ts';
import { isAll, nothingIn, refusesPerson } from './commands-said.ts';
import { cancelIn } from './dropping.ts';
import { goOn, goTo, isSilent, missed, notUnderstood, tell, tellMore, toAgent } from './moves.ts';
import { beginLookUp } from './own-look-up.ts';
import { placeTold } from './place-told.ts';
import type { Answer, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

/** Whether a matter only asks something: nobody need know at which house. */
export const isAsking = ({ language }: Pick<State, 'language'>, matter = ''): boolean =>
  catalogueOf(language).heard.asking.some((word) => isSaid(word, matter));

/** What was said is the matter, with the place that it names. Who tells it anew and names none speaks of the one from before. */
export const tellMatter = (state: State, speech: string, district: District): State => {
  if (state.matter !== undefined && state.question !== 'matter') return tellMore(state, speech, district);
  const told = tell({ ...state, stale: undefined }, speech, district);
  const place = placeTold(state.language, speech, district);
  const isElsewhere = place !== undefined || areaIn(district, speech) !== undefined || told.area !== undefined;
  if (state.earlier && !isElsewhere) return { ...told, ...state.earlier, earlier: undefined };
  const known = told.area !== undefined && isAsking(state, speech) ? '' : undefined;
  return { ...told, place: place ?? state.place ?? known, earlier: undefined };
};

/** Whoever wants nothing after all, or has the wrong number, is let go; with a matter they are asked once more. */
export const leaving = (state: State, { speech }: Answer): State | undefined => {
  if (speech === undefined || state.alarm !== undefined) return undefined;
  const { heard } = catalogueOf(state.language);
  const cancels = cancelIn(heard, speech) === 'alone';
  if (state.matter !== undefined || state.recording !== undefined) return cancels ? goTo(state, 'drop') : undefined;
  if (!cancels && !isAll(heard.leaving, heard, speech)) return undefined;
  return { ...goTo(state, 'over', { notice: 'nothing-filed' }), dropped: true };
};

/**
 * The answer to what the matter is, from the first words of a call on: whatever is no command, and not nothing, is the
 * matter, and need not be told again.
 */
export const takeMatter = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (choice === 'report') return goTo(goOn(state), 'matter');
  if (choice === 'look-up') return beginLookUp(state, answer);
  if (choice === 'rate') return goTo(state, choice);
  const { speech } = answer;
  if (speech === undefined) {
    return isSilent(answer) && state.question === 'menu' && state.served ? goTo(state, 'over') : notUnderstood(state, answer);
  }
  const left = leaving(state, answer);
  if (left) return left;
  const kind = kindSaid(speech, state.language);
  const nothing = nothingIn(catalogueOf(state.language).heard, speech);
  if (nothing === undefined) return goOn(tellMatter(state, speech, district));
  if (kind !== undefined) return { ...missed(state, 'go-ahead'), kind, question: 'matter' };
  return missed(state, nothing === 'machine' ? 'is-machine' : 'go-ahead');
};

/** The first answer while people sit at the desk: they come first, and what was said goes with the caller. */
export const atGreeting = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (choice === 'self-service') return goTo(state, 'menu');
  const { digits, speech } = answer;
  if (choice !== undefined || digits !== undefined) return takeMatter({ ...state, question: 'menu' }, answer, choice, district);
  const left = leaving(state, answer);
  if (left) return left;
  if (speech !== undefined && refusesPerson(catalogueOf(state.language).heard, speech))
    return takeMatter({ ...state, question: 'menu' }, answer, choice, district);
  const isMatter = speech !== undefined && nothingIn(catalogueOf(state.language).heard, speech) === undefined;
  return toAgent(isMatter ? tellMatter(state, speech, district) : state);
};
