import type { Area } from '#domain/district/district.ts';
import { plainWords } from '#domain/district/spoken-words.ts';
import { onceFor } from '#domain/once-for.ts';

/**
 * What a name is: as it is written (`full`), as the data says that people say it (`called`), with another ending (`swapped`:
 * 牛山村 for 牛山社区), without an ending (`short`: 王桥), or the name of an estate that may be another place (`loose`).
 */
export type Form = 'full' | 'called' | 'swapped' | 'short' | 'loose';
/** Of one name for two places the earlier form counts. */
const FORMS: readonly Form[] = ['full', 'called', 'swapped', 'short', 'loose'];

/** From the highest to the lowest. */
const LEVELS: readonly Area['level'][] = ['district', 'town', 'community', 'grid'];

/** A name that is listened for, and the areas that have it. */
export interface PlaceName {
  word: string;
  form: Form;
  ids: readonly string[];
  /** The highest of their levels. */
  level: Area['level'];
  /** Without its ending it is also a word: 路口. */
  isWord: boolean;
}

/** All names of a district's areas, made once. */
export interface PlaceNames {
  byWord: ReadonlyMap<string, PlaceName>;
  /** The names that begin with a sign: a text is read once, and not once for each name. */
  byFirstSign: ReadonlyMap<string, readonly PlaceName[]>;
  /** An area and all above it, itself first. */
  wayUp(id: string): readonly string[];
  /** The district's own name, with and without its ending. */
  ofDistrict: readonly string[];
}

/** An area's full names, in each language. */
const fullNamesOf = ({ name, translated }: Area): string[] => (translated === undefined ? [name] : [name, translated]);
/** All that the data calls an area. */
export const namesOf = (area: Area): string[] => [...fullNamesOf(area), ...(area.alsoCalled ?? [])];

const ENDING = /(?:村居委会|居委会|村委会|社区|村)$/u;
const OTHER_ENDINGS = ['村', '社区'];

/** The name of a community or village without its ending; undefined for what has none, or would be one sign. */
const shortOf = ({ level, name }: Area): string | undefined => {
  const short = plainWords(name).replace(ENDING, '');
  return level === 'community' && short !== plainWords(name) && [...short].length > 1 ? short : undefined;
};

const formsOf = (area: Area): [Form, string][] => {
  const { alsoCalled = [], isWord = false } = area;
  const forms: [Form, string][] = [
    ...fullNamesOf(area).map((word): [Form, string] => ['full', word]),
    ...alsoCalled.map((word): [Form, string] => ['called', word]),
  ];
  const short = shortOf(area);
  if (short === undefined) return forms;
  const others = OTHER_ENDINGS.map((ending): [Form, string] => [isWord ? 'loose' : 'swapped', short + ending]);
  return [...forms, ...others, ['short', short], ['loose', `${short}小区`]];
};

/** An area and those above it, looked up: the list of all is long. */
const wayTo = (areas: ReadonlyMap<string, Area>, id: string): string[] => {
  const way: string[] = [];
  for (let at = areas.get(id); at && !way.includes(at.id); at = areas.get(at.parent ?? '')) way.push(at.id);
  return way;
};

const namesIn = (areas: readonly Area[]): PlaceNames => {
  const byWord = new Map<string, PlaceName>();
  for (const area of areas) {
    for (const [form, text] of formsOf(area)) {
      const word = plainWords(text);
      const known = byWord.get(word);
      const order = known ? FORMS.indexOf(form) - FORMS.indexOf(known.form) : -1;
      if (word === '' || order > 0) continue;
      const { level, isWord = false } = area;
      const same = order === 0 ? known : undefined;
      byWord.set(word, {
        word,
        form,
        ids: [...new Set([...(same?.ids ?? []), area.id])],
        level: same && LEVELS.indexOf(same.level) < LEVELS.indexOf(level) ? same.level : level,
        isWord: isWord || same?.isWord === true,
      });
    }
  }
  const byFirstSign = new Map<string, PlaceName[]>();
  for (const name of byWord.values()) {
    const first = name.word.charAt(0);
    const beside = byFirstSign.get(first);
    if (beside) beside.push(name);
    else byFirstSign.set(first, [name]);
  }
  const byId = new Map(areas.map((area) => [area.id, area]));
  const waysUp = new Map<string, readonly string[]>();
  const wayUp = (id: string): readonly string[] => {
    const known = waysUp.get(id) ?? wayTo(byId, id);
    waysUp.set(id, known);
    return known;
  };
  const districts = areas.filter(({ parent }) => parent === undefined).map(({ name }) => plainWords(name));
  return { byWord, byFirstSign, wayUp, ofDistrict: districts.flatMap((name) => [name, name.replace(/[区县市]$/u, '')]) };
};

/** The names of a district's areas: made when a place is first looked for. */
export const placeNamesOf = onceFor(namesIn);
