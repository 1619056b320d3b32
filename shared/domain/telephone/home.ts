import * as z from 'zod';

/**
 * The countries whose numbers the hotline knows: the mainland, its neighbours, and the United States, whose code others
 * have too. They are in numbering-plans.json, which `npm run telephone-plans` makes; every door of the phone loads it.
 */
export const COUNTRIES = ['CN', 'HK', 'MO', 'TW', 'KR', 'JP', 'US'] as const;
export const Country = z.enum(COUNTRIES);
export type Country = z.infer<typeof Country>;

/** An exchange (a SIP host) of the district's own: its extensions are telephones, behind the digits of its direct lines. */
const Exchange = z.strictObject({
  host: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'a host like "pbx.example.com"'),
  prefix: z.string().regex(/^\+[1-9]\d{3,12}$/, 'the beginning of its numbers like "+8653371"'),
});

/** How numbers are read and who is called where the hotline is at home. */
export const TelephoneHome = z.strictObject({
  /** A number without a country code is one of this country. */
  country: Country,
  /** A number of a few digits is a landline behind this code. */
  areaCode: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'the digits without the 0 before them, like "533"')
    .optional(),
  exchanges: z.array(Exchange).min(1).optional(),
  /** Countries beside its own whose telephones the hotline texts and rings. */
  reaches: z.array(Country).min(1).optional(),
  /** Numbers of this form are mobile ones for us, though nobody has them: for samples and exercises. */
  invented: z
    .string()
    .regex(
      /^\+[1-9]\d{5,11}x{1,4}$/,
      'the form of numbers that nobody has like "+8610000000xxx", an x for each digit that may be any',
    )
    .optional(),
});
export type TelephoneHome = z.infer<typeof TelephoneHome>;
