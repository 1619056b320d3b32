import type { TelephoneHome } from './home.ts';
import { kindOf, type TelephoneKind } from './plans.ts';
import type { Telephone } from './telephone.ts';

const reaches = (telephone: Telephone, home: TelephoneHome, kinds: readonly TelephoneKind[]): boolean => {
  const { kind, country } = kindOf(telephone, home);
  return kinds.includes(kind) && country !== undefined && [home.country, ...(home.reaches ?? [])].includes(country);
};

/** Whether the hotline texts this telephone: a mobile one of the countries that it reaches, its own if it says no other. */
export const canBeTexted = (telephone: Telephone, home: TelephoneHome): boolean => reaches(telephone, home, ['mobile']);

/** Whether the hotline rings this telephone, or asks somebody to: a mobile one or a landline of the countries that it reaches. */
export const canBeRung = (telephone: Telephone, home: TelephoneHome): boolean => reaches(telephone, home, ['mobile', 'landline']);
