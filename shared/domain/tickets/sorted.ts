import type { District } from '#domain/district/district.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import { areaIn } from '#domain/district/places/place-in.ts';
import { type Guess, understandMatter } from '#domain/district/sorting/understand-matter.ts';
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

/** The most precise area that a matter or its place names, by the district's rules for names. */
export const areaNamed = (
  district: Pick<District, 'areas' | 'placeSounds'>,
  { matter, place }: Pick<Told, 'matter' | 'place'>,
): string | undefined => (place === undefined ? undefined : areaIn(district, place)) ?? areaIn(district, matter);

/**
 * Kind, category and area of a matter: what a person gave is kept, the rest is understood from the words. This is done here
 * for all doors. `sorting` says how; it is absent where a person gave all.
 */
export const sorted = (
  told: Told,
  district: District,
): { kind: TicketKind; category: string; area: string; sorting?: Sorting } => {
  const { category } = told;
  const kind = told.kind ?? (told.inDanger ? 'help' : undefined);
  const named = told.area ?? areaNamed(district, told);
  const area = named ?? wholeDistrict(district);
  if (kind !== undefined && category !== undefined && told.area !== undefined) return { kind, category, area };
  const understood = kind === undefined || category === undefined ? understandMatter(district, told.matter) : undefined;
  const guessed = {
    category: category === undefined ? understood?.category : undefined,
    kind: kind === undefined ? understood?.kind : undefined,
  };
  const unsure: Sorting['unsure'] = [
    ...(guessed.category?.sure === false ? (['category'] as const) : []),
    ...(guessed.kind?.sure === false ? (['kind'] as const) : []),
    ...(named === undefined ? (['area'] as const) : []),
  ];
  const [ofCategory, ofKind] = [guessed.category && noted(guessed.category), guessed.kind && noted(guessed.kind)];
  return {
    kind: kind ?? understood?.kind.id ?? 'help',
    category: category ?? understood?.category.id ?? district.generalCategory,
    area,
    sorting: {
      words: guessed.category && understood ? understood.reasons.map(({ word }) => word) : [],
      unsure,
      ...(ofCategory && { category: ofCategory }),
      ...(ofKind && { kind: ofKind }),
    },
  };
};
