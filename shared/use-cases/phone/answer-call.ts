import type { Heard, MadeRecording } from '#channels/heard.ts';
import type { RecordingMade } from '#contracts/messages/recording-made.ts';
import type { Turn } from '#domain/calls/call.ts';
import { fold } from '#domain/calls/conversation.ts';
import { afterTaking, dutyFacts, partsOfDuty, takenBy, takingFacts } from '#domain/calls/duty-call.ts';
import { lookedUp, numberAsked } from '#domain/calls/found-ticket.ts';
import { isDecided, isOutbound, patienceMinutes } from '#domain/calls/matter-of-call.ts';
import { asksForOwn } from '#domain/calls/own-look-up.ts';
import { MOST_OWN, ownFacts } from '#domain/calls/own-tickets.ts';
import type { PhoneProvider } from '#domain/calls/providers.ts';
import { callIdOf } from '#domain/calls/providers.ts';
import type { Answer } from '#domain/calls/state.ts';
import { AGENT_SECONDS, type Step, stepOf } from '#domain/calls/step.ts';
import { isDeskOpen } from '#domain/district/desk-hours.ts';
import { canBeRung, canBeTexted } from '#domain/telephone/reach.ts';
import type { CallStore, RecentCalls } from '#ports/call-store.ts';
import type { SendAll } from '#ports/send-all.ts';
import type { TelephoneTickets } from '#ports/telephone-tickets.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { type EndingNeeds, endCall, settleCall } from './end-call.ts';
import { fileCall } from './file-call.ts';
import { takeTurn } from './take-turn.ts';

/** What is needed to answer a call, whoever the provider is. */
export interface PhoneNeeds extends EndingNeeds {
  provider: PhoneProvider;
  calls: Pick<CallStore, 'get' | 'addTurn' | 'end' | 'correct'>;
  recent?: RecentCalls | undefined;
  store: Pick<TicketStore, 'open' | 'get' | 'commit' | 'join' | 'contact'>;
  telephoneTickets: TelephoneTickets;
  sendRecordings: SendAll;
  /** Whether there is a desk to which callers can be put through. */
  hasDesk: boolean;
  /** Whether the line can put callers through to emergency numbers. */
  transfers: boolean;
  /** Whether the hotline texts callers the number of their ticket. */
  sendsTexts: boolean;
}

/** What the line is told; `outcome` and `ticket` are for the log. */
export type Reply = { outcome: string; ticket?: string | undefined } & (
  | { tells: 'step'; step: Step; next: number }
  | { tells: 'wait' | 'leave' | 'nothing' }
);

/** How the log says that a call had no ticket of its own. */
const JOINED = 'joined';

/** Adds to what the caller did what the hotline knows now, and must say the same of when this step is told again. */
const withFacts = async (
  turns: readonly Turn[],
  { answer, phone, rates, duty }: Heard & { what: 'step' },
  { store, district, hasDesk, transfers, sendsTexts, now, telephoneTickets, phoneKeys }: PhoneNeeds,
): Promise<Answer> => {
  if (turns.length === 0) {
    const { machine } = answer;
    if (rates !== undefined) return { ...lookedUp(await store.get(rates), true), number: rates, ...(machine && { machine }) };
    if (duty !== undefined) return dutyFacts(duty, await store.get(partsOfDuty(duty).number));
    const yes = (fact: boolean): string => (fact ? 'yes' : 'no');
    const agents = yes(hasDesk && isDeskOpen(district, now()));
    const texts = yes(sendsTexts && phone !== undefined && canBeTexted(phone, district.telephone));
    const reachable = yes(phone !== undefined && canBeRung(phone, district.telephone));
    return { agents, reachable, transfers: yes(transfers), texts };
  }
  const state = fold(turns, district);
  if (state.duty !== undefined) {
    return { ...answer, ...takingFacts(await store.get(state.duty.number), state.duty.step) };
  }
  if (phone !== undefined && asksForOwn(state, answer, district)) {
    const tickets = await telephoneTickets.offered(await phoneKeys.of(phone), MOST_OWN);
    return { ...answer, ...ownFacts(tickets, now()) };
  }
  const number = numberAsked(state, answer, district.letters);
  if (number === undefined) return answer;
  const ticket = await store.get(number);
  const contact = ticket && state.question === 'rate' ? await store.contact(number) : undefined;
  const mayRate = phone !== undefined && contact?.phone === phone;
  return { ...answer, ...lookedUp(ticket, mayRate) };
};

const answerStep = async (heard: Heard & { what: 'step' }, correlationId: string, needs: PhoneNeeds): Promise<Reply> => {
  const { district, provider } = needs;
  const { call: id, phone } = heard;
  const decisions = {
    answerAfter: (earlier: readonly Turn[]) => withFacts(earlier, heard, needs),
    patienceAfter: (turns: readonly Turn[]) =>
      isOutbound(turns[0]?.answer) ? undefined : patienceMinutes(fold(turns, district)),
  };
  const call = await takeTurn({ id: callIdOf(provider, id), step: heard.step, phone }, decisions, needs);
  const state = fold(call.turns, district);
  const { number: ticket, joined } = await fileCall(state, { call: id, phone: call.phone ?? phone }, correlationId, needs);
  if (isDecided(state)) {
    // What is filed later of a danger was filed at once.
    const ending = await endCall(call, correlationId, needs, state.question === 'filed' ? ticket : undefined);
    if (ending === 'connected') needs.recent?.keep({ ...call, ended: true });
  }
  const taken = takenBy(state);
  const told = taken ? afterTaking(state, await needs.store.get(taken.number)) : state;
  // Who calls in the name of a number must not learn the number of another call's ticket.
  const step = stepOf(told, district, joined ? undefined : ticket);
  const outcome = joined ? JOINED : told.question;
  const logged = heard.unknownDial === undefined ? outcome : `unknown-dial-result:${heard.unknownDial}`;
  return { tells: 'step', step, next: call.turns.length, outcome: logged, ticket };
};

/** Tells the queue of recordings where one can be fetched. Twice does no harm, so it comes before anything that could fail. */
export const tellRecording = async (
  call: string,
  { id: recording, url }: MadeRecording,
  correlationId: string,
  { provider, now, sendRecordings }: Pick<PhoneNeeds, 'provider' | 'now' | 'sendRecordings'>,
): Promise<void> => {
  const message: RecordingMade = { provider, call, recording, url, at: now(), correlationId };
  await sendRecordings([JSON.stringify(message)]);
};

/**
 * Answers what a provider tells or asks of a call. The answer to a step is taken first, then what it asks for is done:
 * whatever is delivered again finds the answer, and does it if it was not done.
 */
export const answerCall = async (heard: Heard, correlationId: string, needs: PhoneNeeds): Promise<Reply> => {
  switch (heard.what) {
    case 'step':
      if (heard.recording) await tellRecording(heard.call, heard.recording, correlationId, needs);
      return answerStep(heard, correlationId, needs);
    case 'waiting': {
      const isLong = heard.seconds >= AGENT_SECONDS;
      return { tells: isLong ? 'leave' : 'wait', outcome: isLong ? 'nobody-was-free' : 'waiting' };
    }
    case 'recorded':
      await tellRecording(heard.call, heard.recording, correlationId, needs);
      return { tells: 'nothing', outcome: 'recorded' };
    case 'ended': {
      // Who was rung to rate may have said something, and hung up before the stars.
      const isOurs = heard.duty !== undefined;
      // Whose end this process wrote need not be read: a turn that another one took since is looked for by itself.
      if (needs.recent?.of(callIdOf(needs.provider, heard.call))?.ended) return { tells: 'nothing', outcome: 'ended-before' };
      const call = isOurs ? undefined : await needs.calls.get(callIdOf(needs.provider, heard.call));
      if (call?.ended) return { tells: 'nothing', outcome: 'ended-before' };
      return { tells: 'nothing', outcome: call ? await settleCall(call, correlationId, needs) : 'nothing-known' };
    }
    case 'news':
      return { tells: 'nothing', outcome: 'news' };
  }
};
