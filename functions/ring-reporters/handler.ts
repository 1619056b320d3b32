import { ringingFrom } from '#channels/addresses.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { mayRemind } from '#domain/district/limits.ts';
import type { Telephony } from '#ports/telephony.ts';
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

/**
 * Rings reporters whose matter is resolved, in working hours. A ticket that fails stops no other; a provider that takes no
 * call ends the run. Either way the run ends in an error.
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

    let [rung, failures] = [0, 0];
    for (const ticket of await dueIndex.due('reporters', needs.now(), MOST_AT_ONCE)) {
      const { outcome, error } = await ask(ticket);
      if (outcome === 'nothing') continue;
      log(error === undefined ? 'info' : 'error', 'reporter', { ticket, correlationId, outcome, error });
      if (outcome === 'rung') rung += 1;
      if (outcome === 'failed' || outcome === 'put-off') failures += 1;
      if (outcome === 'put-off' || rung === MOST_AT_ONCE) break;
    }
    if (failures > 0) throw new Error(`${failures} reporters could not be rung; ${rung} were`);
    return rung;
  };
