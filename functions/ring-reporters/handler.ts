import { ringingFrom } from '#channels/addresses.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { mayRemind } from '#domain/district/limits.ts';
import { minutesBetween } from '#domain/instant.ts';
import { RequestRefused, type Telephony } from '#ports/telephony.ts';
import type { DueIndex } from '#ports/ticket-store.ts';
import type { Log } from '#runtime/log.ts';
import { type Asked, type AskingNeeds, askReporter } from '#use-cases/phone/ask-reporter.ts';

interface Needs extends Omit<AskingNeeds, 'telephony' | 'addressesOf'> {
  dueIndex: DueIndex;
  newId: () => string;
  publicUrl: string;
  /** Absent where no account and number are set: then nobody is rung. */
  telephony: Pick<Telephony, 'ring'> | undefined;
  log: Log;
}

/** So many telephones may ring at once; what is left comes in the next minute. */
const MOST_AT_ONCE = 20;

/** What one run looks at. Some of them are refused or can't be read, and must not take the place of others. */
const MOST_LOOKED_AT = 500;

/** So long a run begins new calls; the function has a minute more, for the one that it is at. */
const MOST_MINUTES = 2;

/** So many different numbers in a row that the provider did not even refuse: it is away itself. */
const AWAY_AFTER = 3;

/** What became of a ticket that the operator must look at: then the run ends in an error, which rings. */
const FAILURES: readonly string[] = ['failed', 'put-off', 'country-refused'];

/**
 * Rings reporters whose matter is resolved, in working hours. A ticket that fails stops no other, nor does a number that
 * the provider refuses or a call that is put off. Only a provider that is away itself ends the run early.
 */
export const createHandler =
  ({ dueIndex, newId, publicUrl, telephony, log, ...needs }: Needs) =>
  async (): Promise<number> => {
    if (!telephony || !mayRemind(needs.district, needs.now())) return 0;
    const correlationId = newId();
    const door = publicUrl.replace(/\/$/, '') + answerTwilioCallContract.path;
    const asking: AskingNeeds = { ...needs, telephony, addressesOf: (number) => ringingFrom(door, number) };
    const ask = (ticket: string): Promise<Asked | { outcome: 'failed'; error: unknown }> =>
      askReporter(ticket, correlationId, asking).catch((error: unknown) => ({ outcome: 'failed', error }));

    const begunAt = needs.now();
    let [rung, failures, inARow] = [0, 0, 0];
    for (const ticket of await dueIndex.due('reporters', begunAt, MOST_LOOKED_AT)) {
      if (rung === MOST_AT_ONCE || inARow === AWAY_AFTER || minutesBetween(begunAt, needs.now()) >= MOST_MINUTES) break;
      const { outcome, error } = await ask(ticket);
      if (outcome === 'nothing') continue;
      log(error === undefined ? 'info' : 'error', 'reporter', { ticket, correlationId, outcome, error });
      if (outcome === 'rung') rung += 1;
      if (FAILURES.includes(outcome)) failures += 1;
      if (outcome === 'put-off' && !(error instanceof RequestRefused)) inARow += 1;
      else if (outcome !== 'failed') inARow = 0;
    }
    if (failures > 0) throw new Error(`${failures} reporters could not be rung; ${rung} were`);
    return rung;
  };
