import { ringingDutyFrom } from '#channels/addresses.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { type Instant, minutesBetween, plusMinutes } from '#domain/instant.ts';
import { LONGEST_HOLD_MINUTES } from '#domain/tickets/duty-limits.ts';
import type { Telephony } from '#ports/telephony.ts';
import type { DueIndex } from '#ports/ticket-store.ts';
import type { Log } from '#runtime/log.ts';
import { type Climbed, climbDuty, type DutyNeeds, holdDuty, takeAlong } from '#use-cases/phone/climb-duty.ts';
import { forEachOf, inTurns, type Waiting, waitingAmong } from '#use-cases/phone/duty-waiting.ts';

interface Needs extends Omit<DutyNeeds, 'telephony' | 'addressesOf'> {
  dueIndex: DueIndex;
  newId: () => string;
  publicUrl: string;
  /** Absent where no account and number are set: then nobody is rung. */
  telephony: Telephony | undefined;
  log: Log;
}

/** What became of a step that somebody must look at: then the run ends in an error, which rings. */
const FAILURES: readonly string[] = ['number-refused', 'unanswered', 'put-off', 'unsure', 'failed'];

/** So long a run begins new steps; the function has a minute more, for the one that it is at. What is left is still due. */
const MOST_MINUTES = 2;

/** What one run looks at; a lookout that finds as many has more behind them. */
const MOST_TICKETS = 50_000;

/** Who has more tickets than these that wait gets fewer calls for each. */
const MANY = 3;

/** One thing of a run: it ends with what became of a ticket, or fails. */
type Outcome = Climbed | { outcome: 'failed'; error: unknown };

/**
 * Rings who is on duty, at any hour, for urgent tickets that nobody has accepted, and for doubts while the desk is closed.
 * A number that is refused is skipped at once. A ticket that fails, or for which the provider takes no call, stops no
 * other; nor does a reporter with many tickets. A run that takes too long leaves what is not begun to the next one, and
 * fails.
 */
export const createHandler =
  ({ dueIndex, newId, publicUrl, telephony, log, ...needs }: Needs) =>
  async (): Promise<number> => {
    if (!telephony) return 0;
    const correlationId = newId();
    const door = publicUrl.replace(/\/$/, '') + answerTwilioCallContract.path;
    const climbing: DutyNeeds = { ...needs, telephony, addressesOf: (number, step) => ringingDutyFrom(door, number, step) };
    const begunAt = needs.now();
    const hasTime = (): boolean => minutesBetween(begunAt, needs.now()) < MOST_MINUTES;
    const due = [...new Set(await dueIndex.due('duty', begunAt, MOST_TICKETS))];
    // Of what is held until later a call may tell now.
    const later = await dueIndex.due('duty', plusMinutes(begunAt, LONGEST_HOLD_MINUTES), MOST_TICKETS);
    const found = await waitingAmong([...new Set([...due, ...later])], climbing);
    const waiting = new Map(found.waiting.map((one) => [one.number, one]));

    let [rung, failures, unreached] = [0, 0, due.length < MOST_TICKETS ? 0 : 1];
    const noted = async (ticket: string, act: () => Promise<Outcome>): Promise<Outcome> => {
      const climbed = await act().catch((error: unknown): Outcome => ({ outcome: 'failed', error }));
      const { outcome, error } = climbed;
      const isFailure = FAILURES.includes(outcome);
      if (outcome !== 'nothing') {
        log(isFailure || error !== undefined ? 'error' : 'info', 'duty', { ticket, correlationId, outcome, error });
      }
      if (isFailure) failures += 1;
      if (outcome === 'rung') rung += 1;
      return climbed;
    };
    /** Climbs until somebody is rung. */
    const climbUntilRung = async (ticket: string): Promise<Outcome> => {
      for (;;) {
        const climbed = await noted(ticket, () => climbDuty(ticket, [...waiting.values()], correlationId, climbing));
        if ('also' in climbed) for (const other of climbed.also ?? []) waiting.delete(other);
        // After these the next one may be due at once.
        if ((climbed.outcome !== 'number-refused' && climbed.outcome !== 'put-off') || !hasTime()) return climbed;
      }
    };

    await forEachOf(found.taken, ({ number, step }) => noted(number, () => takeAlong(number, step, correlationId, climbing)));
    const taken = new Set(found.taken.map(({ number }) => number));
    const waits = due.flatMap((number) => waiting.get(number) ?? []);
    // Nobody is left for these, or they can't be read.
    const others = due.filter((number) => !waiting.has(number) && !taken.has(number));
    /** What became of the first of those of one reporter that wait for the same telephones. */
    const firsts = new Map<string, Outcome>();
    const isFirstTurn = ({ firstTurn = '' }: Waiting): boolean => firstTurn > begunAt;
    const kindOf = (one: Waiting): string =>
      [one.reporter, one.firstTurn !== undefined, isFirstTurn(one), ...one.phones].join(' ');
    const sooner = (until: Instant, { firstTurn = until }: Waiting): Instant => (firstTurn < until ? firstTurn : until);
    // Who has many has one call in a run for those of which somebody was told already: the next call tells of them, too.
    const rungFor = new Set<string>();
    const countOf = new Map<string, number>();
    for (const { reporter } of found.waiting) countOf.set(reporter, (countOf.get(reporter) ?? 0) + 1);
    const nextTurn = plusMinutes(begunAt, needs.district.duty.minutesBetweenSteps);
    const hasMany = ({ reporter, firstTurn, isAgain }: Waiting): boolean =>
      firstTurn === undefined && !isAgain && (countOf.get(reporter) ?? 0) > MANY;
    const holds: { number: string; until: Instant }[] = [];
    for (const one of inTurns(waits)) {
      const { number } = one;
      const first = one.isAgain ? undefined : firsts.get(kindOf(one));
      if (!waiting.has(number) || first?.outcome === 'rung') continue;
      if (hasMany(one) && rungFor.has(one.reporter)) holds.push({ number, until: nextTurn });
      else if (first && 'until' in first && first.until !== undefined)
        holds.push({ number, until: isFirstTurn(one) ? sooner(first.until, one) : first.until });
      else if (!hasTime()) unreached += 1;
      else {
        const climbed = await climbUntilRung(number);
        firsts.set(kindOf(one), climbed);
        if (climbed.outcome === 'rung') rungFor.add(one.reporter);
      }
    }
    await forEachOf(holds, ({ number, until }) => noted(number, () => holdDuty(number, until, correlationId, climbing)));
    await forEachOf(others, climbUntilRung);
    if (unreached > 0) throw new Error(`${unreached} tickets of duty were not reached; ${rung} telephones were rung`);
    if (failures > 0) throw new Error(`${failures} steps of duty reached nobody; ${rung} telephones were rung`);
    return rung;
  };
