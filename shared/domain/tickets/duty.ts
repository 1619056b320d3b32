import type { DangerNote } from '#domain/district/danger/danger-note.ts';
import { isDeskOpen } from '#domain/district/desk-hours.ts';
import type { District } from '#domain/district/district.ts';
import { dutyLadder, hasLadder, type OnDuty } from '#domain/district/duty-ladder.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { maskPhone } from '#domain/telephone/telephone.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import { type DutyCalls, type DutyStep, MOST_DUTY_STEPS } from './duty-calls.ts';
import { formerSteps, isStepOf, isTaken, numberOfPlace, roundsOf, stepNumbered } from './duty-steps.ts';
import { factsOf } from './states.ts';
import type { Ticket } from './ticket.ts';
import { asReadBy } from './visibility.ts';

/** In this time the hotline names the department, so that its number is the first to be rung. */
const ROUTING_MINUTES = 0.25;

/**
 * The beginning of the ladder of a new ticket, or of one that becomes urgent at `at`; nothing where nobody is to be rung.
 * A doubt is rung for only if the desk is closed, or closes before anybody there can look at it.
 */
export const dutyAtOpening = (
  { urgent, danger }: Pick<Ticket, 'urgent' | 'danger'>,
  district: Pick<District, 'duty' | 'phone' | 'calendar' | 'utcOffset'>,
  at: Instant,
): { duty?: DutyCalls } => {
  const { duty } = district;
  if (urgent) return hasLadder(duty) ? { duty: { steps: [], begunAt: at, nextAt: plusMinutes(at, ROUTING_MINUTES) } } : {};
  if (danger?.outcome !== 'doubt' || duty.desk === undefined) return {};
  const nextAt = isDeskOpen(district, at) ? plusMinutes(at, duty.minutesBetweenSteps) : at;
  return isDeskOpen(district, nextAt) ? {} : { duty: { steps: [], begunAt: at, nextAt } };
};

type Graded = Pick<Ticket, 'urgent' | 'danger'>;
type DutyDistrict = Parameters<typeof dutyAtOpening>[1];

/** A ladder that begins again. */
const begunAgain = (before: DutyCalls | undefined, after: Graded, district: DutyDistrict, at: Instant): { duty?: DutyCalls } => {
  const { duty } = dutyAtOpening(after, district, at);
  if (!duty) return {};
  return { duty: { ...duty, ...formerSteps(before ?? duty) } };
};

/**
 * The ladder of a ticket that was understood anew at `at`: it begins again for one that becomes urgent, and begins for one
 * that gets into doubt. Nothing where it stays as it is.
 */
export const dutyAnew = (
  before: Graded & Pick<Ticket, 'duty'>,
  after: Graded,
  district: DutyDistrict,
  at: Instant,
): { duty?: DutyCalls } => {
  const isGraver = after.urgent ? !before.urgent : after.danger?.outcome === 'doubt' && before.danger === undefined;
  return isGraver ? begunAgain(before.duty, after, district, at) : {};
};

/** The ladder of an urgent ticket that goes from one department to another: who took it for the first has not for the next. */
export const dutyElsewhere = (ticket: Ticket, department: string, district: DutyDistrict, at: Instant): { duty?: DutyCalls } => {
  const isMoved = ticket.department !== undefined && ticket.department !== department;
  return isMoved && ticket.urgent ? begunAgain(ticket.duty, ticket, district, at) : {};
};

/**
 * The ladder of a ticket that was resolved, and whose reporter says afterwards that somebody is in danger, or may be: it
 * begins whatever was known before, but not anew while it is climbed.
 */
export const dutyAfterResolving = (ticket: Ticket, told: Graded, district: DutyDistrict, at: Instant): { duty?: DutyCalls } =>
  awaitsDuty(ticket) && dutyDueAt(ticket) !== undefined ? {} : begunAgain(ticket.duty, told, district, at);

/** What of a ticket says whether somebody on duty is to take it. */
type InDanger = Pick<Ticket, 'state' | 'duty' | 'urgent' | 'openedAt' | 'acceptedAt' | 'resolvedAt'> & {
  danger?: Pick<DangerNote, 'outcome'> | undefined;
};

/** Whether the department has accepted or resolved it since the ladder began. */
const isTheirs = (ticket: InDanger): boolean => {
  const { acceptedAt = '', resolvedAt = '', openedAt, duty } = ticket;
  const begunAt = duty?.begunAt ?? openedAt;
  return factsOf(ticket).isAccepted && (acceptedAt >= begunAt || resolvedAt > begunAt || duty?.accepted === true);
};

/** Whether somebody on duty is still to take this ticket: nobody did, no department has it since, and it is urgent or in doubt. */
export const awaitsDuty = (ticket: InDanger): boolean => {
  const { duty, urgent, danger } = ticket;
  if (factsOf(ticket).isClosed || duty === undefined || duty.takenBy !== undefined || isTheirs(ticket)) return false;
  return urgent || danger?.outcome === 'doubt';
};

/** Whether the department that has accepted it is to accept it once more, to say that it knows of the danger. */
export const toAcceptAgain = (ticket: InDanger): boolean =>
  factsOf(ticket).isAccepted && factsOf(ticket).isWithDepartment && awaitsDuty(ticket);

/** Why who was rung has nothing to take any more: it is theirs or a colleague's, its department has it, or its reporter left it. */
export type DutyOver = 'yours' | 'taken' | 'accepted' | 'withdrawn' | 'closed' | 'over';

/** Why who was rung in a step can't take this ticket, and who has; undefined while they can. */
export const dutyOver = (ticket: Ticket | undefined, step: number): { over: DutyOver; by?: string } | undefined => {
  if (ticket !== undefined && isStepOf(ticket.duty, step) && awaitsDuty(ticket)) return undefined;
  if (ticket?.duty === undefined) return { over: 'over' };
  const { isClosed, inDenominators } = factsOf(ticket);
  const { takenBy, takenIn } = ticket.duty;
  if (isClosed) return { over: inDenominators ? 'closed' : 'withdrawn' };
  if (takenBy !== undefined) return takenIn === step ? { over: 'yours' } : { over: 'taken', by: takenBy };
  return { over: isTheirs(ticket) ? 'accepted' : 'over' };
};

/** When the next one on duty is to be rung; undefined when nobody is. */
export const dutyDueAt = (ticket: Ticket): Instant | undefined => (awaitsDuty(ticket) ? ticket.duty?.nextAt : undefined);

/** The step of a ticket's ladder that another ticket's call told of; undefined where none did. */
export const toldWith = ({ duty }: Ticket, number: string): number | undefined => {
  const place = duty?.steps.findLastIndex((one) => one.with === number && one.former !== true) ?? -1;
  return duty === undefined || place === -1 ? undefined : numberOfPlace(duty, place);
};

/** The step in which a ticket was taken with another one, whose call told of it: who was rung has taken that one. */
export const takenAlong = ({ duty }: Ticket, other: Ticket | undefined): number | undefined => {
  const takenBy = other?.duty?.takenBy;
  const isOf = (one: DutyCalls['steps'][number]): boolean => one.with === other?.number && one.name === takenBy && !one.former;
  const place = takenBy === undefined ? -1 : (duty?.steps.findLastIndex(isOf) ?? -1);
  return duty === undefined || place === -1 ? undefined : numberOfPlace(duty, place);
};

const ladderOf = (ticket: Ticket, district: District, at: Instant): OnDuty[] => {
  const { isWithDepartment, awaitsRating } = factsOf(ticket);
  // What a department returned is no more theirs; what it resolved is.
  if (ticket.urgent) return dutyLadder(district, isWithDepartment || awaitsRating ? ticket.department : undefined, at);
  const { desk } = district.duty;
  return desk === undefined || isDeskOpen(district, at) ? [] : [{ of: 'desk', ...desk }];
};

/** Somebody of a ticket's ladder who may be rung next: in which step, from 1, whom, and the number as staff may see it. */
export interface NextDuty {
  step: number;
  onDuty: OnDuty;
  maskedPhone: string;
}

/** Who is left of the ladder, the next one first; undefined when nobody is to be rung now, and the ticket is not held either. */
export const dutyLeft = (ticket: Ticket, district: District, at: Instant): NextDuty[] | undefined => {
  const dueAt = dutyDueAt(ticket);
  if (dueAt === undefined || ticket.duty === undefined || (dueAt > at && ticket.duty.held !== true)) return undefined;
  const { duty } = ticket;
  const isCurrent = (step: DutyStep): boolean => step.former !== true;
  const numberOf = ({ of, name }: OnDuty): number => {
    const place = duty.steps.findIndex((one) => isCurrent(one) && one.of === of && one.name === name);
    return numberOfPlace(duty, place === -1 ? duty.steps.length : place);
  };
  // Who was put off too often comes again after all others.
  const roundOf = (one: OnDuty): number => roundsOf(stepNumbered(duty, numberOf(one)));
  const isFull = duty.steps.filter(isCurrent).length >= MOST_DUTY_STEPS;
  return ladderOf(ticket, district, at)
    .filter((one) => (isStepOf(duty, numberOf(one)) ? !isTaken(duty, numberOf(one)) : !isFull))
    .sort((one, other) => roundOf(one) - roundOf(other))
    .map((onDuty) => ({ step: numberOf(onDuty), onDuty, maskedPhone: maskPhone(onDuty.phone) }));
};

/** Who is to be rung now; `nobody` when all were; undefined when nothing is due. */
export const nextDuty = (ticket: Ticket, district: District, at: Instant): NextDuty | 'nobody' | undefined => {
  const dueAt = dutyDueAt(ticket);
  if (dueAt === undefined || dueAt > at) return undefined;
  return dutyLeft(ticket, district, at)?.[0] ?? 'nobody';
};

/** Until when a danger of which nobody was told waits for its first telephone; undefined once somebody was rung for it. */
export const firstTurnUntil = (
  { duty, openedAt }: Ticket,
  { duty: { minutesBetweenSteps } }: DutyDistrict,
): Instant | undefined =>
  duty?.steps.some((one) => !one.former && !one.putOff && !one.refused)
    ? undefined
    : plusMinutes(duty?.begunAt ?? openedAt, minutesBetweenSteps);

/** So much of a matter is said to who is on duty. */
const SENTENCE = { signs: 60 };

const sentencesOf = (matter: string): string[] => matter.match(/.+?(?:[。！？!?]|\.(?=\s|$)|$)/gmu) ?? [];

/** What who is on duty is told of a ticket. */
export interface DutyBrief {
  number: string;
  area: string;
  place?: string;
  matter?: string;
}

/**
 * What who is on duty is told of a ticket: where its reporter says that it is, and the sentence of the matter with the words
 * of danger, as a caller may greet first. Of what is confidential it is the area alone.
 */
export const dutyBrief = (ticket: Ticket): DutyBrief => {
  // Who is on duty is of a department.
  const { number, area, place, matter, reporter, danger } = asReadBy(ticket, 'department');
  if (reporter.confidential) return { number, area };
  const sentences = sentencesOf(matter);
  const isAlarming = (sentence: string): boolean => (danger?.words ?? []).some((word) => sentence.includes(word));
  const sentence = sentences.find(isAlarming) ?? sentences[0] ?? '';
  return {
    number,
    area,
    ...(place !== undefined && { place: beginningOf(place, SENTENCE) }),
    matter: beginningOf(sentence.trim(), SENTENCE),
  };
};
