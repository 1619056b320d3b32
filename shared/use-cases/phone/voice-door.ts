import type { Dialect } from '#channels/dialect.ts';
import type { Desk, Heard, Line } from '#channels/heard.ts';
import type { ParkedCall } from '#contracts/messages/parked-call.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import type { SendAll } from '#ports/send-all.ts';
import { answerCall, type PhoneNeeds, type Reply } from './answer-call.ts';
import { emergencyFirst } from './emergency-first.ts';

/** What a provider's door beside the story of calls needs: where it is, where its fallback is, and whom it puts callers through to. */
export interface DoorNeeds extends PhoneNeeds {
  park: SendAll;
  desk?: Desk | undefined;
}

/** Addresses of a provider's door. */
export interface DoorAddresses {
  /** Where the answer to a step and the rest is told; `rates` and `duty` as in Heard. */
  lineOf(step: number, rates: string | undefined, duty: string | undefined): Omit<Line, 'desk'>;
  /** Where a step that failed is asked for once more; undefined when it was tried often enough. */
  retryOf(request: { search: URLSearchParams; body: string }): string | undefined;
  fallback: string;
}

/** What the provider is told, and what the log may say about it. */
interface DoorAnswer {
  contentType: string;
  body: string;
  outcome: string;
  ticket?: string | undefined;
}

interface Request {
  search: URLSearchParams;
  body: string;
  correlationId: string;
}

/** Puts a call that can't be served now onto the queue from which it becomes a ticket later. */
export const parkCall = async (
  heard: Heard,
  correlationId: string,
  { provider, now, park }: Pick<DoorNeeds, 'provider' | 'now' | 'park'>,
  { held = false } = {},
): Promise<void> => {
  const { call, phone } = heard;
  const step = heard.what === 'step' ? { step: heard.step, answer: heard.answer } : {};
  const parked: ParkedCall = {
    provider,
    call,
    at: now(),
    ...(phone !== undefined && { phone }),
    ...step,
    ...(held && { held }),
    correlationId,
  };
  await park([JSON.stringify(parked)]);
};

/**
 * A provider's door over HTTP: answers in its dialect, and when something of ours fails keeps the caller on the line.
 * The step is tried once more; if that fails too, what was said is parked, and the fallback door takes a message.
 */
export const voiceDoor = (dialect: Dialect, addresses: DoorAddresses, needs: DoorNeeds) => {
  const { contentType } = dialect;
  const { district, desk } = needs;
  const { language } = district;

  const bodyOf = (reply: Reply, { rates, duty }: { rates?: string | undefined; duty?: string | undefined }): string => {
    switch (reply.tells) {
      case 'step':
        return dialect.step(reply.step, { ...addresses.lineOf(reply.next, rates, duty), ...(desk && { desk }) });
      case 'wait':
        return dialect.stillWaiting(language);
      case 'leave':
        return dialect.leaveQueue();
      case 'nothing':
        return dialect.nothing();
    }
  };

  return {
    answer: async (heard: Heard, { correlationId }: Request): Promise<DoorAnswer> => {
      const reply = await answerCall(heard, correlationId, needs);
      return {
        contentType,
        body: bodyOf(reply, heard.what === 'step' ? heard : {}),
        outcome: reply.outcome,
        ticket: reply.ticket,
      };
    },
    apologise: async (request: Request, heard: Heard | undefined): Promise<DoorAnswer> => {
      const retry = addresses.retryOf(request);
      if (heard && heard.what !== 'step') return { contentType, body: dialect.nothing(), outcome: 'gave-up' };
      // Whom the hotline itself rang is rung again.
      const isOurs = heard?.rates !== undefined || heard?.duty !== undefined;
      // Whoever hangs up while they wait is not lost either.
      if (heard && !isOurs)
        await parkCall(heard, request.correlationId, needs, { held: retry !== undefined }).catch(() => undefined);
      const first = emergencyFirst(heard, district);
      if (retry) return { contentType, body: dialect.hold(retry, language, first), outcome: 'held' };
      if (isOurs) {
        return { contentType, body: dialect.sayAndHangUp(catalogueOf(language).outOfOrder, language), outcome: 'gave-up' };
      }
      return { contentType, body: dialect.hold(addresses.fallback, language, first), outcome: 'to-fallback' };
    },
  };
};
