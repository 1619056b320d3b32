import type { Area, District } from '#domain/district/district.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import { namesOf } from '#domain/district/places/place-names.ts';
import { isSaid, plainWords } from '#domain/district/spoken-words.ts';
import { ownValue } from '#domain/own-value.ts';
import { townsOnPage } from './areas.ts';
import { asksWhatBecame, besidePerson, commandIn } from './commands-said.ts';
import { cancelIn } from './dropping.ts';
import { ownOffered } from './own-tickets.ts';
import { starsSaid } from './rating-said.ts';
import { secrecyWished } from './secrecy.ts';
import { digitsHeard, type Language } from './spoken-number.ts';
import type { Answer, Question, State } from './state.ts';
import type { Catalogue } from './words/catalogue.ts';
import { catalogueOf } from './words/catalogues.ts';
import { yesNoWordsAt, yesOrNoOf } from './yes-or-no.ts';

const EVERYWHERE: Record<string, string> = { 0: 'agent', 9: 'repeat' };
const STARS = Object.fromEntries([1, 2, 3, 4, 5].map((stars) => [stars, String(stars)]));

/** The keys of each question, beside those that hold everywhere. */
const KEYS: Partial<Record<Question, Record<string, string>>> = {
  greeting: { 1: 'self-service', 8: 'language' },
  menu: { 1: 'report', 2: 'look-up', 3: 'rate', 8: 'language' },
  place: { 2: 'skip' },
  confirm: { 1: 'yes', 2: 'again', 3: 'confidential' },
  drop: { 1: 'yes', 2: 'no' },
  'in-danger': { 1: 'yes', 2: 'no' },
  solved: { 1: 'yes', 2: 'no' },
  duty: { 1: 'take' },
  stars: STARS,
};

/** What the key of a place on the list of towns chooses; the key after the last one reads on. */
const keysOfTowns = (district: Pick<District, 'areas'>, page: number): Record<string, string> => {
  const { towns, more } = townsOnPage(district, page);
  const keys = towns.map(({ id }, n) => [n + 1, id]);
  return Object.fromEntries(more ? [...keys, [towns.length + 1, 'more']] : keys);
};

/** The key of each ticket that is offered chooses its place; the key after the last one is for all others. */
const keysOfOwn = (state: Pick<State, 'own' | 'ownFrom'>): Record<string, string> => {
  const keys = ownOffered(state).tickets.map((_, n) => [n + 1, String(n + 1)]);
  return Object.fromEntries([...keys, [keys.length + 1, 'others']]);
};

/** What of a state decides what can be chosen. */
type Choosing = Pick<State, 'question' | 'language' | 'areaPage' | 'guesses' | 'own' | 'ownFrom'>;

/** The keys of a question itself. */
const keysOf = (state: Choosing, district: Pick<District, 'areas'>): Record<string, string> => {
  const { question, areaPage, guesses = [] } = state;
  if (question === 'area') return keysOfTowns(district, areaPage);
  if (question === 'which-area') return Object.fromEntries([...guesses, 'none'].map((choice, n) => [n + 1, choice]));
  return question === 'own' ? keysOfOwn(state) : (KEYS[question] ?? {});
};

/** A key that is said rather than pressed, and nothing else with it: 一, 按二, 第三个, 四星. 一般 is none. */
const KEY_SAID = /^(?:嗯|按|选|打|给|第|press |number )?(.|[a-z]+)(?:号|个|张|件|星|颗星|颗|分|键| stars?)?[啊吧呀]?$/u;
const keySaid = (said: string): string | undefined => digitsHeard(KEY_SAID.exec(said)?.[1] ?? '') || undefined;
/** A number of stars or points presses no key that holds everywhere: 零分 asks for nobody. */
const IS_COUNT = /(?:星|颗|分|stars?)[啊吧呀]?$/u;

/** What can be said at a question instead of pressing its keys. */
const wordsOf = (question: Question, catalogue: Catalogue): Catalogue['heard']['menu'] => {
  const { heard } = catalogue;
  switch (question) {
    case 'greeting':
      // Whoever says why they ring wants to tell it to the person that they were promised.
      return heard.greeting;
    case 'menu':
    case 'matter':
      return heard.menu;
    case 'own':
      return catalogue.own.heard;
    case 'stars':
    case 'place':
    case 'area':
      return heard[question];
    default:
      return [];
  }
};

/** Questions at which any words are the answer itself: there a command is only what is said alone. */
const FREE: readonly Question[] = ['matter', 'record', 'place', 'whereabouts', 'area'];

/**
 * What the caller chose by key or by word: `agent`, `repeat`, `language`, or an option of the question (for the area its
 * id or `more`); undefined for none of them.
 */
export const choiceIn = (
  state: Choosing,
  { digits, speech = '' }: Answer,
  district: Pick<District, 'areas'>,
): string | undefined => {
  const { question, language } = state;
  const own = keysOf(state, district);
  const keys = { ...own, ...EVERYWHERE };
  if (digits !== undefined) return ownValue(keys, digits);
  const said = plainWords(speech);
  const catalogue = catalogueOf(language);
  const { heard } = catalogue;
  const words = wordsOf(question, catalogue);
  const key = keySaid(said);
  const mayAsk = question === 'menu' || question === 'matter';
  const command = (): string | undefined =>
    commandIn([heard.anywhere, words], heard, speech) ?? (mayAsk && asksWhatBecame(heard, speech) ? 'look-up' : undefined);
  const person = besidePerson(heard, speech);
  // Who was asked where the danger is cries for anybody.
  const beside = question === 'whereabouts' && person?.isCry ? undefined : person;
  if (question === 'stars') {
    const pressed = key && ownValue(IS_COUNT.test(said) ? STARS : keys, key);
    return pressed ?? starsSaid(speech, language) ?? command() ?? (beside ? 'agent' : undefined);
  }
  if (FREE.includes(question)) {
    const asked = beside?.says === 'nothing' || (beside && question === 'matter') ? 'agent' : undefined;
    return (key && ownValue(own, key)) ?? command() ?? asked;
  }
  return (key && ownValue(keys, key)) ?? answered(question, language, speech) ?? command() ?? (beside ? 'agent' : undefined);
};

/** The yes or no of a question that asks for it, or the wish to be kept secret. A command beside it is one only when it is all that was said beside it. */
const answered = (question: Question, language: Language, speech: string): string | undefined => {
  const { said, more = '' } = yesOrNoOf({ question, language }, { speech });
  if (question === 'confirm' && cancelIn(catalogueOf(language).heard, speech)) return 'drop';
  const wish = question === 'confirm' ? secrecyWished(catalogueOf(language).heard.secrecy, speech) : undefined;
  if (wish !== undefined && wish !== 'open') return wish;
  if (said === 'neither') return wish && 'yes';
  const command = catalogueOf(language).heard.anywhere.find(([word]) => plainWords(word) === plainWords(more))?.[1];
  return command ?? (said === 'no' && question === 'confirm' ? 'again' : said);
};

/** The kind of a matter, if the caller named it: 投诉, 建议… */
export const kindSaid = (speech: string, language: Language): TicketKind | undefined =>
  catalogueOf(language).heard.kind.find(([word]) => isSaid(word, speech))?.[1] as TicketKind | undefined;

/** The words that the question's answer is likely to be, for the provider's speech recognition. */
export const hintsFor = (state: Choosing, district: District): string[] => {
  const { question, language, guesses } = state;
  const catalogue = catalogueOf(language);
  const isTown = ({ level }: Area): boolean => level === 'district' || level === 'town';
  const all = question === 'area' ? district.areas : [];
  const towns = question === 'which-area' ? district.areas.filter(({ id }) => guesses?.includes(id)) : all.filter(isTown);
  const villages = all.filter((area) => !isTown(area));
  const offered = question === 'own' ? ownOffered(state).tickets : [];
  const own = district.categories.filter(({ id }) => offered.some(({ category }) => category === id)).map(({ name }) => name);
  const answers = yesNoWordsAt(question, catalogue);
  const yesNo = answers ? [answers.yes, answers.yesAlone, answers.no, answers.noAlone].flat() : [];
  const { confidential, anonymous } = catalogue.heard.secrecy;
  const secret = question === 'confirm' ? [...confidential, ...anonymous] : [];
  const words = [...wordsOf(question, catalogue), ...catalogue.heard.anywhere].map(([word]) => word);
  // The villages last: they are many, and the list ends.
  return [...new Set([...towns.flatMap(namesOf), ...own, ...yesNo, ...secret, ...words, ...villages.flatMap(namesOf)])].slice(
    0,
    MOST_HINTS,
  );
};

/** What Twilio takes. */
const MOST_HINTS = 500;
