import { readContactEvent } from '#channels/connect/contact-event.ts';
import { callIdOf } from '#domain/calls/providers.ts';
import { type SettlingNeeds, settleCall } from '#use-cases/phone/end-call.ts';
import { takeTurn } from '#use-cases/phone/take-turn.ts';

/** Ends a call of Amazon Connect when its contact has ended. A queue tells us nothing of an agent, but this event does. */
export const createHandler =
  (needs: SettlingNeeds) =>
  async (event: unknown, correlationId: string): Promise<string> => {
    const ended = readContactEvent(event);
    if (!ended) return 'news';
    const call = await needs.calls.get(callIdOf('connect', ended.call));
    if (!call) return 'nothing-known';
    if (!ended.reachedAgent) return settleCall(call, correlationId, needs);
    const reached = { answerAfter: async () => ({ dial: 'completed' }), patienceAfter: () => undefined };
    return settleCall(await takeTurn({ id: call.id, step: call.turns.length }, reached, needs), correlationId, needs);
  };
