import type { TelephoneHome } from './home.ts';
import type { NotReached } from './not-reached.ts';
import { kindOf, type TelephoneKind } from './plans.ts';
import type { Telephone } from './telephone.ts';

const whyNot = (telephone: Telephone, home: TelephoneHome, kinds: readonly TelephoneKind[]): NotReached | undefined => {
  const { kind, country } = kindOf(telephone, home);
  if (country === undefined || ![home.country, ...(home.reaches ?? [])].includes(country)) return 'other-country';
  return kinds.includes(kind) ? undefined : 'special-number';
};

/** Whether the hotline texts this telephone: a mobile one of the countries that it reaches, its own if it says no other. */
export const canBeTexted = (telephone: Telephone, home: TelephoneHome): boolean =>
  whyNot(telephone, home, ['mobile']) === undefined;

/** Why the hotline does not ring this telephone, nor offers it for dialling; undefined where it does. */
export const whyNotRung = (telephone: Telephone, home: TelephoneHome): NotReached | undefined =>
  whyNot(telephone, home, ['mobile', 'landline']);

/** Whether the hotline rings this telephone, or asks somebody to: a mobile one or a landline of the countries that it reaches. */
export const canBeRung = (telephone: Telephone, home: TelephoneHome): boolean => whyNotRung(telephone, home) === undefined;
