import type { District } from '#domain/district/district.ts';
import { hasArea, wholeDistrict } from '#domain/district/standing-ids.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import { hasLostSigns } from '#domain/text/free-text.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import { sorted } from '#domain/tickets/sorted.ts';
import type { Sorting } from '#domain/tickets/ticket.ts';
import { commentOf } from './fitting.ts';
import { asWished } from './secrecy.ts';
import type { Answer, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

/** The caller's number, and the key under which what they recorded will lie, if that is known yet. */
interface Left {
  phone: Telephone | undefined;
  recording: string | undefined;
}

/** Who was cut off while they told it anew had said where it is. */
const whereItWas = (state: State): State => {
  const { area, place, earlier } = state;
  return area === undefined && !place ? { ...state, ...earlier } : state;
};

/** All that a call told, as a ticket: sorted as at every door, and flagged where that was not enough. */
const told = (state: State, district: District, { phone, recording }: Left, instead: string): Intake => {
  const { kind, matter, place, area: named, confidential, anonymous = false, danger, alarm } = whereItWas(state);
  // The district may have lost the area since the call named it.
  const area = named !== undefined && hasArea(district, named) ? named : undefined;
  const { sorting, ...understood } = sorted(
    { kind, area, place, matter: matter ?? '', inDanger: alarm?.outcome === 'danger' },
    district,
  );
  const unsure = new Set<Sorting['unsure'][number]>(sorting?.unsure);
  // The caller said no more than the district, or nothing.
  if (area === undefined || area === wholeDistrict(district)) unsure.add('area');
  // What was not decoded was said, and is lost.
  if (matter === undefined || hasLostSigns(matter + (place ?? ''))) unsure.add('matter');
  return {
    ...understood,
    channel: 'phone',
    urgent: danger !== undefined,
    danger: alarm ?? 'none',
    anonymous,
    matter: matter ?? instead,
    sorting: { words: [], ...sorting, unsure: [...unsure] },
    ...(place && { place }),
    ...(confidential && { confidential }),
    ...(recording !== undefined && { recording }),
    ...(phone !== undefined && { contact: { phone } }),
  };
};

/** Whether a danger was understood: its ticket is opened at once, and is there also when the caller takes the danger back. */
const wasDanger = ({ danger, takenBack = false }: State): boolean => danger !== undefined || takenBack;

/** The ticket that a call asks for, once it does: undefined while nothing is decided. A danger is one as soon as it was said. */
export const intakeOf = (state: State, district: District, left: Left): Intake | undefined => {
  if (state.question !== 'filed' && !wasDanger(state)) return undefined;
  const { recorded, nothingSaid } = catalogueOf(district.language).matters;
  return told(state, district, left, state.recording === undefined ? nothingSaid : recorded);
};

/** The ticket of a call that was cut off, by us or by the caller: whatever was told by then, to be looked at by a person. */
export const intakeOfCutOff = (state: State, district: District, left: Left): Intake => {
  const { recorded, cutOff } = catalogueOf(district.language).matters;
  const intake = told(asWished(state), district, left, state.recording === undefined ? cutOff : recorded);
  const unsure = new Set<Sorting['unsure'][number]>([...(intake.sorting?.unsure ?? []), 'matter']);
  return { ...intake, sorting: { words: [], ...intake.sorting, unsure: [...unsure] } };
};

/** The rating that a call gives, once it does. */
export const ratingOf = ({ question, rates, solved, stars, comment }: State) =>
  question === 'rated' && rates !== undefined && solved !== undefined && stars !== undefined
    ? {
        number: rates,
        rating: { solved, stars, ...(comment && { comment: commentOf(comment) }) },
      }
    : undefined;

/** Whether the caller got what they came for: an agent, a ticket, a look-up or a rating. */
export const isConnected = (state: State): boolean =>
  state.spoke === true ||
  (state.served && (state.dropped || (state.matter === undefined && state.recording === undefined))) ||
  wasDanger(state) ||
  state.question === 'filed' ||
  state.question === 'rated';

/** Whether it can be said already how the call ended, though somebody may still be on the line. */
export const isDecided = (state: State): boolean =>
  state.question === 'over' ||
  state.question === 'filed' ||
  state.question === 'rated' ||
  state.question === 'duty-taken' ||
  wasDanger(state);

/** Whether the call was made by the hotline, to ask for a rating or who is on duty. It is nobody's inbound call. */
export const isOutbound = (first: Answer | undefined): boolean => first?.number !== undefined;

/** How many minutes nothing may be heard of a call before it is taken to have ended: people talk to agents for long. */
export const patienceMinutes = ({ question }: State): number => (question === 'agent' || question === 'emergency' ? 180 : 10);

/** So much of a matter stands in a call-back, which holds that of several calls. */
const TOLD_TO_DESK = { signs: 2000 };

/** What is known of a matter that was not told to its end, for whoever rings back. */
export const knownOf = (state: State) => {
  const { kind, matter, area, place, agentMissed, question } = whereItWas(state);
  return {
    reason: agentMissed || question === 'agent' ? ('no-agent' as const) : ('hung-up' as const),
    ...(kind !== undefined && { kind }),
    ...(matter !== undefined && { matter: beginningOf(matter, TOLD_TO_DESK) }),
    ...(area !== undefined && { area }),
    ...(place && { place }),
  };
};
