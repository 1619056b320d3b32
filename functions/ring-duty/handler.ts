import { ringingDutyFrom } from '#channels/addresses.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { minutesBetween } from '#domain/instant.ts';
import type { Telephony } from '#ports/telephony.ts';
import type { DueIndex } from '#ports/ticket-store.ts';
import type { Log } from '#runtime/log.ts';
import { type Climbed, climbDuty, type DutyNeeds } from '#use-cases/phone/climb-duty.ts';
import { type Waiting, waitingAmong } from '#use-cases/phone/duty-waiting.ts';

interface Needs extends Omit<DutyNeeds, 'telephony' | 'addressesOf'> {
  dueIndex: DueIndex;
  newId: () => string;
  publicUrl: string;
  /** Absent where no account and number are set: then nobody is rung. */
  telephony: Telephony | undefined;
  log: Log;
}

/** What one run reads: many, as those that are held stand before those that are not. */
const MOST_TICKETS = 2000;

/** What became of a step that somebody must look at: then the run ends in an error, which rings. */
const FAILURES: readonly string[] = ['number-refused', 'unanswered', 'put-off', 'unsure', 'failed'];

/** So long a run begins new steps; the function has a minute more, for the one that it is at. What is left is still due. */
const MOST_MINUTES = 2;

/**
 * Rings who is on duty, at any hour, for urgent tickets that nobody has accepted, and for doubts while the desk is closed.
 * A number that is refused is skipped at once. A ticket that fails, or for which the provider takes no call, stops no
 * other. A run that takes too long leaves what is not begun to the next one.
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
    const numbers = await dueIndex.due('duty', begunAt, MOST_TICKETS);
    const waiting = new Map((await waitingAmong(numbers, climbing)).map((one) => [one.number, one]));
    /** Who was rung for a reporter in this run, or is not to be rung for them yet. */
    const settled = new Set<string>();
    const about = ({ phone, reporter }: Waiting): string => `${phone} ${reporter}`;
    const climb = (number: string): Promise<Climbed | { outcome: 'failed'; error: unknown }> =>
      climbDuty(number, [...waiting.values()], correlationId, climbing).catch((error: unknown) => ({ outcome: 'failed', error }));

    let [rung, failures] = [0, 0];
    /** Climbs until somebody is rung. */
    const climbUntilRung = async (ticket: string): Promise<void> => {
      const one = waiting.get(ticket);
      const isSettled = one !== undefined && !one.isAgain && settled.has(about(one));
      while (hasTime() && !isSettled) {
        const climbed = await climb(ticket);
        const { outcome, error } = climbed;
        const isFailure = FAILURES.includes(outcome);
        if (outcome !== 'nothing' && outcome !== 'held') {
          log(isFailure || error !== undefined ? 'error' : 'info', 'duty', { ticket, correlationId, outcome, error });
        }
        if (isFailure) failures += 1;
        if (outcome === 'rung') rung += 1;
        if (one && (outcome === 'rung' || outcome === 'held')) settled.add(about(one));
        if ('also' in climbed) for (const other of climbed.also ?? []) waiting.delete(other);
        // After these the next one may be due at once.
        if (outcome !== 'number-refused' && outcome !== 'put-off') return;
      }
    };
    for (const number of numbers) await climbUntilRung(number);
    if (failures > 0) throw new Error(`${failures} steps of duty reached nobody; ${rung} telephones were rung`);
    return rung;
  };
