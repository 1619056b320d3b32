import { freeText } from '#domain/text/free-text.ts';

/** What the reporter wants done, in their words. Never logged. */
export const Matter = freeText({ max: 10_000 });
/** Where it is, in their words. */
export const Place = freeText({ max: 200 });
/** What a reporter calls themselves. */
export const ReporterName = freeText({ max: 60 });
/** What was done, as the reporter reads it. */
export const Outcome = freeText({ max: 10_000 });
/** What a reporter adds to a ticket that is open. */
export const Addition = freeText({ max: 2000 });
/** What a reporter says beside their stars. */
export const Comment = freeText({ max: 500 });
/** Why something is withdrawn, returned or corrected. */
export const Reason = freeText({ max: 500 });
