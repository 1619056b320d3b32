/**
 * Why the hotline does not reach a telephone. `other-country`: the district does not name its country, or that has no plan
 * here, such as satellites. `special-number`: it is nobody's line but a service, for which who calls it may pay.
 */
export const NOT_REACHED = ['other-country', 'special-number'] as const;
export type NotReached = (typeof NOT_REACHED)[number];
