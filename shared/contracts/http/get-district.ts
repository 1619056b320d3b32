import * as z from 'zod';
import { Area, District, Limits } from '#domain/district/district.ts';
import { kindName } from '#domain/district/kind-names.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { once } from '#domain/once.ts';
import { stateName } from '#domain/tickets/state-names.ts';
import { factsOf, TicketState } from '#domain/tickets/states.ts';
import { httpContract } from './http-contract.ts';

/** A name in each language in which there is one; each thing has one at least. */
const Named = once(() => z.object({ id: z.string(), zh: z.string().optional(), en: z.string().optional() }));

/** All that a page needs of the district to show names and to offer choices. No telephone of anybody, and no person. */
export const DistrictView = once(() =>
  z.object({
    ...Named().shape,
    hotline: District.shape.hotline,
    language: District.shape.language.describe('Of the names that stand in one language alone.'),
    utcOffset: z.string(),
    areas: z
      .array(Named().extend({ level: Area.shape.level, parent: z.string().optional() }))
      .describe('From the district down; what is in an area names it as its parent.'),
    categories: z.array(Named().extend({ parent: z.string().optional() })),
    generalCategory: z.string().describe('What a matter is about when nothing more is known.'),
    departments: z.array(Named().extend({ units: z.array(Named()) })),
    kinds: z.array(Named().extend({ id: TicketKind })),
    states: z.array(Named().extend({ id: TicketState, isOpen: z.boolean().describe('Whether its clocks run.') })),
    limits: Limits.omit({ aDay: true }).describe('How long accepting and handling may take.'),
    emergency: z
      .array(z.object({ danger: z.string(), number: z.string() }))
      .describe('Whom to ring at once, by danger; the first is for a danger of which nothing more is known.'),
  }),
);
export type DistrictView = z.infer<ReturnType<typeof DistrictView>>;

export const getDistrictContract = httpContract({
  name: 'get-district',
  method: 'GET',
  path: '/district',
  summary:
    'Anybody who is signed in reads the district: areas, categories, departments with their units, kinds, states and limits, with their names. It changes with a deployment alone: keep it, and ask with If-None-Match.',
  roles: ['resident', 'agent', 'department', 'supervisor'],
  keptSeconds: 300,
  get responses() {
    return { 200: DistrictView().extend({ version: z.string().describe('Another one after each change.') }) };
  },
  refusals: [],
});

/** What is shown of a district: field by field, so that nothing gets in because somebody added it to the district. */
export const districtView = (district: District): DistrictView => {
  const { id, hotline, language, utcOffset, areas, categories, generalCategory, departments, limits, danger } = district;
  const other = language === 'zh' ? 'en' : 'zh';
  const named = ({ id, name, translated }: { id: string; name: string; translated?: string | undefined }) => ({
    id,
    [language]: name,
    ...(translated !== undefined && { [other]: translated }),
  });
  const below = ({ parent }: { parent?: string | undefined }) => (parent === undefined ? {} : { parent });
  const { aDay: _, ...shownLimits } = limits;
  const general = danger.dangers.filter((one) => one.id === danger.otherwise);
  return {
    ...named(district),
    id,
    hotline,
    language,
    utcOffset,
    areas: areas.map((area) => ({ ...named(area), level: area.level, ...below(area) })),
    categories: categories.map((category) => ({ ...named(category), ...below(category) })),
    generalCategory,
    departments: departments.map((department) => ({ ...named(department), units: department.units.map(named) })),
    kinds: TicketKind.options.map((kind) => ({ id: kind, zh: kindName(kind, 'zh'), en: kindName(kind, 'en') })),
    states: TicketState.options.map((state) => ({
      id: state,
      zh: stateName(state, 'zh'),
      en: stateName(state, 'en'),
      isOpen: factsOf({ state }).clocks !== 'stop',
    })),
    limits: shownLimits,
    emergency: [...general, ...danger.dangers.filter((one) => one.id !== danger.otherwise)].map((one) => ({
      danger: one.id,
      number: one.emergencyNumber,
    })),
  };
};
