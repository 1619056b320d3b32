import { operations as ofDepartments } from '#functions/department-api/operations.ts';
import { operations as ofDesk } from '#functions/desk-api/operations.ts';
import { operations as ofResidents } from '#functions/resident-api/operations.ts';

/*
 * How often a request finds its function cold, on paper. Assumed: 230 matters a day; requests come independently of each
 * other (Poisson), spread over the day as SHARES says; Lambda keeps an idle function for ten minutes; one instance serves
 * all that come. So a request is cold when none came in the ten minutes before it: e to the power of -rate × 10.
 */
const MATTERS_A_DAY = 230;
const KEPT_MINUTES = 10;

/** Which share of a day's requests falls in each part of it, and how many hours that part has. */
const SHARES = [
  { share: 0.8, hours: 10 }, // working hours
  { share: 0.15, hours: 6 }, // evening
  { share: 0.05, hours: 8 }, // night
] as const;

/** How often each operation is asked for one matter, assumed; half of all matters come by the app, half by the desk. */
const PER_MATTER: Record<string, number> = {
  'understand-matter': 0.5,
  'open-ticket': 0.5,
  'list-own-tickets': 0.6,
  'get-ticket': 1.2,
  'add-to-ticket': 0.1,
  'rate-ticket': 0.3,
  'open-ticket-for-caller': 0.4,
  'list-tickets': 1,
  'get-recording': 0.1,
  'dispatch-ticket': 0.2,
  'lease-call-backs': 0.1,
  'finish-call-back': 0.1,
  'get-figures': 0.05,
  'lease-work': 1,
  'acknowledge-work': 1,
  'give-back-work': 0.05,
  'get-department-ticket': 0.5,
  'get-department-recording': 0.05,
  'accept-ticket': 1,
  'return-ticket': 0.05,
  'resolve-ticket': 1,
};

/** The usual rate of an operation that the table does not know yet. */
const OTHERWISE = 0.1;

/** The share of cold requests of a function that is asked so often a day. */
const coldShare = (requestsADay: number): number =>
  SHARES.reduce((sum, { share, hours }) => sum + share * Math.exp((-requestsADay * share * KEPT_MINUTES) / (hours * 60)), 0);

/** Of each audience the share of cold requests: with a function for each operation, and with one for all of them. */
export const coldShares = (): { audience: string; apart: number; together: number }[] =>
  Object.entries({ residents: ofResidents, desk: ofDesk, departments: ofDepartments }).map(([audience, operations]) => {
    const rates = operations.map(({ contract }) => MATTERS_A_DAY * (PER_MATTER[contract.name] ?? OTHERWISE));
    const all = rates.reduce((sum, rate) => sum + rate, 0);
    const apart = rates.reduce((sum, rate) => sum + rate * coldShare(rate), 0) / all;
    return { audience, apart, together: coldShare(all) };
  });
