import type { Country, TelephoneHome } from './home.ts';
import plans from './numbering-plans.json' with { type: 'json' };
import { Telephone } from './telephone.ts';

/** What a number is of: only mobile ones take texts, and `other` are services, and numbers of countries that are not known here. */
export type TelephoneKind = 'mobile' | 'landline' | 'other';

type Plan = (typeof plans)[number];
type Sort = Plan['mobile'][number];

/** A number in its plan, in E.164. */
interface Planned {
  number: string;
  country: Country;
  kind: TelephoneKind;
}

const isWhole = (number: string, pattern: string): boolean => new RegExp(`^(?:${pattern})$`).test(number);
const isOf = (number: string, sorts: readonly Sort[]): boolean =>
  sorts.some(({ pattern, lengths }) => lengths.includes(number.length) && isWhole(number, pattern));

/** A subscriber in China has ten digits with the area code; what is shorter is a service behind it, such as 0533 12320. */
const SHORTEST_IN_CHINA = 10;

/** Of which kind a number without code and trunk prefix is; undefined where its country has no such number. */
const kindIn = (plan: Plan, national: string): TelephoneKind | undefined => {
  const isService = plan.country === 'CN' && national.length < SHORTEST_IN_CHINA;
  if (isOf(national, plan.mobile)) return 'mobile';
  if (isOf(national, plan.landline)) return isService ? 'other' : 'landline';
  return isOf(national, plan.other) ? 'other' : undefined;
};

/** A number of a country as it is written there, with its trunk prefix or without. */
const plannedIn = (plan: Plan, written: string): Planned | undefined => {
  const without = plan.trunk !== '' && written.startsWith(plan.trunk) ? [written.slice(plan.trunk.length)] : [];
  for (const national of [written, ...without]) {
    const kind = kindIn(plan, national);
    if (kind !== undefined) return { number: `+${plan.code}${national}`, country: plan.country as Country, kind };
  }
  return undefined;
};

/** No two plans have codes of which one begins the other. */
const planOfCode = (international: string): Plan | undefined => plans.find(({ code }) => international.startsWith(`+${code}`));
const planOf = (country: Country): Plan | undefined => plans.find((plan) => plan.country === country);

/** A number that nobody has, as the district says. */
const inventedIn = (number: string, { invented, country }: TelephoneHome): Planned | undefined => {
  if (invented === undefined) return undefined;
  const whole = number.startsWith('+') ? number : `+${planOf(country)?.code}${number}`;
  const isOne = whole.length === invented.length && whole.startsWith(invented.replaceAll('x', ''));
  return isOne ? { number: whole, country, kind: 'mobile' } : undefined;
};

const planned = (number: string, home: TelephoneHome): Planned | undefined => {
  const invented = inventedIn(number, home);
  if (invented !== undefined) return invented;
  const plan = number.startsWith('+') ? planOfCode(number) : planOf(home.country);
  if (plan === undefined) return undefined;
  const { code } = plan;
  if (number.startsWith('+')) return plannedIn(plan, number.slice(code.length + 1));
  // Some write the code without the + before it.
  return plannedIn(plan, number) ?? (number.startsWith(code) ? plannedIn(plan, number.slice(code.length)) : undefined);
};

/**
 * The telephone that a number with its country code names (`+…`), or a whole number of the home country. A number that
 * may be one of a country that is not known here is kept as it is written.
 */
export const subscriberOf = (number: string, home: TelephoneHome): Telephone | undefined => {
  const known = planned(number, home)?.number;
  const isOfAnother = number.startsWith('+') && planOfCode(number)?.whole !== true;
  return Telephone.safeParse(known ?? (isOfAnother ? number : undefined)).data;
};

/** Of which kind and country a telephone is. */
export const kindOf = (telephone: Telephone, home: TelephoneHome): { kind: TelephoneKind; country?: Country } => {
  const { kind = 'other', country } = planned(telephone, home) ?? {};
  return { kind, ...(country !== undefined && { country }) };
};
