import { type Answer, fold, type State } from '../../shared/channels/voice/conversation.ts';
import { intakeOf, lookedUp, numberAsked } from '../../shared/channels/voice/matter-of-call.ts';
import { stepOf } from '../../shared/channels/voice/step.ts';
import { type Heard, queryOfRetry, readTwilioRequest } from '../../shared/channels/voice/twilio-request.ts';
import { isSignedByTwilio } from '../../shared/channels/voice/twilio-signature.ts';
import { holdTwiml, outOfOrderTwiml, twimlOf } from '../../shared/channels/voice/twiml.ts';
import { answerCallContract } from '../../shared/contracts/webhooks/answer-call.ts';
import type { District } from '../../shared/domain/district.ts';
import type { CallStore } from '../../shared/ports/call-store.ts';
import type { Clock, RandomBelow } from '../../shared/ports/clock.ts';
import type { SigningSecrets } from '../../shared/ports/signing-secrets.ts';
import type { TicketStore } from '../../shared/ports/ticket-store.ts';
import type { Webhook } from '../../shared/runtime/webhook.ts';
import { takeIntake } from '../../shared/use-cases/take-intake.ts';
import { takeTurn } from '../../shared/use-cases/take-turn.ts';

interface Needs {
  calls: CallStore;
  store: Pick<TicketStore, 'open' | 'get'>;
  secrets: SigningSecrets;
  district: District;
  now: Clock;
  randomBelow: RandomBelow;
  publicUrl: string;
  agentNumber?: string | undefined;
}

/**
 * One step of a phone call. The answer is taken first, then what it asks for is done: whatever is delivered again finds
 * the answer, and does it if it was not done. The call's id is the mark of its ticket, so there is only one.
 */
export const createHandler = (needs: Needs): Webhook<Heard> => {
  const { store, district, agentNumber } = needs;
  const { language } = district;
  const action = (query: string): string => `${needs.publicUrl.replace(/\/$/, '')}${answerCallContract.path}?${query}`;
  const twiml = (body: string) => ({ contentType: 'text/xml; charset=utf-8', body });

  /** Adds to what the caller did what the hotline knows now and must say the same of when this step is told again. */
  const withFacts = async (state: State | undefined, { answer, phone }: Heard): Promise<Answer> => {
    if (!state) return { agents: agentNumber ? 'yes' : 'no', reachable: phone ? 'yes' : 'no' };
    const number = numberAsked(state, answer, district.letters);
    return number === undefined ? answer : { ...answer, ...lookedUp(await store.get(number)) };
  };

  /** The number of the ticket that the call asks for, opened now or by an earlier delivery. */
  const file = async (state: State, { call, phone }: Heard, correlationId: string): Promise<string | undefined> => {
    const intake = intakeOf(state, district, phone);
    if (!intake) return undefined;
    const mark = { scope: 'call:twilio', key: call, digest: call };
    const { ticket } = await takeIntake(intake, mark, { at: needs.now(), actor: { role: 'system' }, correlationId }, needs);
    return ticket.number;
  };

  return {
    isSigned: async ({ headers, ...request }) =>
      isSignedByTwilio({ ...request, signature: headers['x-twilio-signature'] }, await needs.secrets()),
    read: readTwilioRequest,
    answer: async (heard, { correlationId }) => {
      const facts = (earlier: readonly { answer: Answer }[]) =>
        withFacts(earlier.length > 0 ? fold(earlier, language) : undefined, heard);
      const turns = await takeTurn(`twilio:${heard.call}`, heard.step, facts, needs);
      const state = fold(turns, language);
      const ticket = await file(state, heard, correlationId);
      const line = { action: action(`step=${turns.length}`), language, agentNumber };
      return { ...twiml(twimlOf(stepOf(state, district, ticket), line)), outcome: state.question, ticket };
    },
    apologise: (request) => {
      const retry = queryOfRetry(request);
      return {
        ...twiml(retry ? holdTwiml(action(retry), language) : outOfOrderTwiml(language)),
        outcome: retry ? 'held' : 'gave-up',
      };
    },
  };
};
