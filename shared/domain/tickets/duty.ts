import { isDeskOpen } from '#domain/district/desk-hours.ts';
import type { District } from '#domain/district/district.ts';
import { dutyLadder, hasLadder, type OnDuty } from '#domain/district/duty-ladder.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { factsOf } from './states.ts';
import { type DutyCalls, MOST_DUTY_STEPS, maskPhone, type Ticket } from './ticket.ts';

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
  if (urgent) return hasLadder(duty) ? { duty: { steps: [], nextAt: plusMinutes(at, ROUTING_MINUTES) } } : {};
  if (danger?.outcome !== 'doubt' || duty.desk === undefined) return {};
  const nextAt = isDeskOpen(district, at) ? plusMinutes(at, duty.minutesBetweenSteps) : at;
  return isDeskOpen(district, nextAt) ? {} : { duty: { steps: [], nextAt } };
};

/**
 * The ladder of a ticket that was understood anew at `at`: it begins again for one that becomes urgent, and begins for one
 * that gets into doubt. Nothing where it stays as it is.
 */
export const dutyAnew = (
  before: Pick<Ticket, 'urgent' | 'danger'>,
  after: Pick<Ticket, 'urgent' | 'danger'>,
  district: Parameters<typeof dutyAtOpening>[1],
  at: Instant,
): { duty?: DutyCalls } => {
  const isGraver = after.urgent ? !before.urgent : after.danger?.outcome === 'doubt' && before.danger === undefined;
  return isGraver ? dutyAtOpening(after, district, at) : {};
};

/** Whether somebody on duty is still to take this ticket: nobody did, no department accepted it, and it is urgent or in doubt. */
export const awaitsDuty = (ticket: Ticket): boolean => {
  const { clocks, isAccepted } = factsOf(ticket);
  const { duty, urgent, danger } = ticket;
  if (clocks !== 'run' || isAccepted) return false;
  return duty !== undefined && duty.takenBy === undefined && (urgent || danger?.outcome === 'doubt');
};

/** When the next one on duty is to be rung; undefined when nobody is. */
export const dutyDueAt = (ticket: Ticket): Instant | undefined => (awaitsDuty(ticket) ? ticket.duty?.nextAt : undefined);

/** The steps of the ladder that count: one that was put off is taken once more. */
export const stepsTaken = ({ steps }: Pick<DutyCalls, 'steps'>): DutyCalls['steps'] => steps.filter(({ putOff }) => !putOff);

const ladderOf = (ticket: Ticket, district: District, at: Instant): OnDuty[] => {
  // What a department returned is no more theirs.
  if (ticket.urgent) return dutyLadder(district, factsOf(ticket).isWithDepartment ? ticket.department : undefined, at);
  const { desk } = district.duty;
  return desk === undefined || isDeskOpen(district, at) ? [] : [{ of: 'desk', ...desk }];
};

/** Who is to be rung now: which step of the ladder it is, from 1, and whom; `nobody` when all were; undefined when nothing is due. */
export const nextDuty = (
  ticket: Ticket,
  district: District,
  at: Instant,
): { step: number; onDuty: OnDuty; maskedPhone: string } | 'nobody' | undefined => {
  const dueAt = dutyDueAt(ticket);
  if (dueAt === undefined || dueAt > at || ticket.duty === undefined) return undefined;
  const taken = stepsTaken(ticket.duty);
  const onDuty = ladderOf(ticket, district, at).find(({ of, name }) => !taken.some((one) => one.of === of && one.name === name));
  if (onDuty === undefined || taken.length >= MOST_DUTY_STEPS) return 'nobody';
  return { step: taken.length + 1, onDuty, maskedPhone: maskPhone(onDuty.phone) };
};

/** So much of a matter is said to who is on duty. */
const LONGEST_SENTENCE = 60;

/** What who is on duty is told of a ticket: where it is, and one sentence of the matter unless it is confidential. */
export const dutyBrief = ({ number, area, place, matter, reporter }: Ticket) => {
  const [sentence = ''] = /^.*?(?:[。！？!?]|\.(?=\s|$)|$)/mu.exec(matter) ?? [];
  return {
    number,
    area,
    ...(place !== undefined && { place }),
    ...(reporter.confidential !== true && { matter: sentence.slice(0, LONGEST_SENTENCE).toWellFormed() }),
  };
};
