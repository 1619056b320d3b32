import type { Dialect } from '#channels/dialect.ts';
import type { Heard } from '#channels/heard.ts';
import type { ParkedCall } from '#contracts/messages/parked-call.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import type { District } from '#domain/district/district.ts';
import type { Clock } from '#ports/clock.ts';
import type { SendAll } from '#ports/send-all.ts';
import { tellRecording } from './answer-call.ts';
import { emergencyFirst } from './emergency-first.ts';

/** All that the fallback door has: two queues, and no table. */
export interface MessageNeeds {
  district: District;
  now: Clock;
  park: SendAll;
  sendRecordings: SendAll;
  /** Where the end of the message is told. */
  action: string;
}

/** Parks what the fallback door was told of a call: that it came, or where its message is. */
export const parkMessage = async (
  provider: ParkedCall['provider'],
  heard: Heard,
  correlationId: string,
  needs: Omit<MessageNeeds, 'action'>,
): Promise<void> => {
  const { call, phone } = heard;
  const recording = heard.what === 'step' ? heard.answer.recording : undefined;
  const speech = heard.what === 'step' ? heard.answer.speech : undefined;
  if (heard.what === 'step' && heard.recording) await tellRecording(call, heard.recording, correlationId, { ...needs, provider });
  const parked: ParkedCall = {
    provider,
    call,
    at: needs.now(),
    correlationId,
    ...(phone !== undefined && { phone }),
    ...(recording !== undefined && { recording }),
    ...(speech !== undefined && { answer: { speech } }),
  };
  await needs.park([JSON.stringify(parked)]);
};

/**
 * The fallback door over HTTP: takes a message when nothing else works. The call is parked as soon as it comes, so that
 * one who hangs up is not lost, and once more with the message.
 */
export const messageDoor = (dialect: Dialect, needs: MessageNeeds) => {
  const { contentType } = dialect;
  const { language } = needs.district;
  const words = catalogueOf(language);
  const kept = (heard: Heard): string => [emergencyFirst(heard, needs.district) ?? [], words.messageKept].flat().join(' ');
  return {
    answer: async (heard: Heard, { correlationId }: { correlationId: string }) => {
      if (heard.what !== 'step') return { contentType, body: dialect.nothing(), outcome: 'news' };
      await parkMessage(dialect.provider, heard, correlationId, needs);
      return heard.step === 0
        ? { contentType, body: dialect.takeMessage(needs.action, language), outcome: 'parked' }
        : { contentType, body: dialect.sayAndHangUp(kept(heard), language), outcome: 'message-kept' };
    },
    apologise: async () => ({ contentType, body: dialect.sayAndHangUp(words.outOfOrder, language), outcome: 'gave-up' }),
  };
};
