import type { District } from '#domain/district/district.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import { type PlaceDistrict, placeIn } from '#domain/district/places/place-in.ts';
import { type Guess, type UnderstoodMatter, understandMatter } from '#domain/district/sorting/understand-matter.ts';
import { wholeDistrict } from '#domain/district/standing-ids.ts';
import type { Sorting } from './ticket.ts';

/** What was told of a matter, with what a person gave beside its words. */
interface Told {
  matter: string;
  place?: string | undefined;
  kind?: TicketKind | undefined;
  category?: string | undefined;
  area?: string | undefined;
  /** Who is in danger wants help, whatever else the words may be. */
  inDanger?: boolean;
}

const noted = ({ probability, alternatives }: Guess): Sorting['category'] =>
  probability === undefined
    ? undefined
    : { probability, ...(alternatives.length > 0 && { alternatives: alternatives.map((one) => ({ ...one })) }) };

/** Where a matter is, whether its words name it, and the areas that may be meant instead. */
export interface AreaGuess {
  id: string;
  sure: boolean;
  alternatives: readonly string[];
}

/** Who is in danger wants help. */
const HELP: Guess<TicketKind> = { id: 'help', sure: true, alternatives: [] };
const MOST_ALTERNATIVES = 3;

/**
 * The area of a matter. A place that was given is read beside what the matter names, and goes first. One that names no area
 * may lie anywhere: then the area of the matter is a doubt, since people also say where they live.
 */
const areaUnderstood = (district: PlaceDistrict, { matter, place }: Pick<Told, 'matter' | 'place'>): AreaGuess => {
  const around = placeIn(district, matter);
  const alone = place === undefined ? around : placeIn(district, place);
  const beside = place === undefined ? around : placeIn(district, place, { within: around.area });
  const isNamed = alone.area !== undefined || beside.area !== around.area;
  const named = beside.area ?? alone.area;
  const id = named ?? around.area ?? wholeDistrict(district);
  const maybe = new Set([...beside.maybe, ...alone.maybe, ...around.maybe]);
  maybe.delete(id);
  return { id, sure: named !== undefined && isNamed, alternatives: [...maybe].slice(0, MOST_ALTERNATIVES) };
};

const matterUnderstood = (district: District, { matter, inDanger = false }: Told): UnderstoodMatter => {
  const understood = understandMatter(district, matter);
  if (!inDanger) return understood;
  // Words of danger are few, and of many matters: a person looks at the category.
  return { ...understood, category: { ...understood.category, sure: false }, kind: HELP };
};

/** What is understood of a matter from its words: shown to people before it is filed, and filed where they give nothing else. */
export const understoodOf = (told: Told, district: District): UnderstoodMatter & { area: AreaGuess } => ({
  ...matterUnderstood(district, told),
  area: areaUnderstood(district, told),
});

/**
 * Kind, category and area of a matter: what a person gave is kept, the rest is understood from the words. This is done here
 * for all doors. `sorting` says how; it is absent where a person gave all.
 */
export const sorted = (
  told: Told,
  district: District,
): { kind: TicketKind; category: string; area: string; sorting?: Sorting } => {
  const { category } = told;
  const kind = told.kind ?? (told.inDanger ? HELP.id : undefined);
  if (kind !== undefined && category !== undefined && told.area !== undefined) return { kind, category, area: told.area };
  const area = told.area === undefined ? areaUnderstood(district, told) : { id: told.area, sure: true };
  const understood = kind === undefined || category === undefined ? matterUnderstood(district, told) : undefined;
  const guessed = {
    category: category === undefined ? understood?.category : undefined,
    kind: kind === undefined ? understood?.kind : undefined,
  };
  const unsure: Sorting['unsure'] = [
    ...(guessed.category?.sure === false ? (['category'] as const) : []),
    ...(guessed.kind?.sure === false ? (['kind'] as const) : []),
    ...(area.sure ? [] : (['area'] as const)),
  ];
  const [ofCategory, ofKind] = [guessed.category && noted(guessed.category), guessed.kind && noted(guessed.kind)];
  return {
    kind: kind ?? understood?.kind.id ?? HELP.id,
    category: category ?? understood?.category.id ?? district.generalCategory,
    area: area.id,
    sorting: {
      words: guessed.category && understood ? understood.reasons.map(({ word }) => word) : [],
      unsure,
      ...(ofCategory && { category: ofCategory }),
      ...(ofKind && { kind: ofKind }),
    },
  };
};
