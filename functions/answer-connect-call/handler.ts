import { attributesOf, fallbackAttributes, goodbyeAttributes, holdAttributes } from '#channels/connect/attributes.ts';
import { type FlowRequest, readContactFlow } from '#channels/connect/request.ts';
import type { SendAll } from '#ports/send-all.ts';
import type { ContactFlow } from '#runtime/contact-flow.ts';
import { answerCall, type PhoneNeeds } from '#use-cases/phone/answer-call.ts';
import { emergencyFirst } from '#use-cases/phone/emergency-first.ts';
import { parkCall } from '#use-cases/phone/voice-door.ts';

interface Needs extends Omit<PhoneNeeds, 'provider'> {
  park: SendAll;
  hearsSpeech: boolean;
}

/** The door of Amazon Connect: what a contact flow asks at each step of a call. */
export const createHandler = ({ park, hearsSpeech, ...rest }: Needs): ContactFlow<FlowRequest> => {
  const needs: PhoneNeeds = { ...rest, provider: 'connect' };
  const { language } = needs.district;
  return {
    read: (event) => readContactFlow(event, needs.district.telephone),
    answer: async ({ heard }, correlationId) => {
      const reply = await answerCall(heard, correlationId, needs);
      const { outcome, ticket } = reply;
      if (reply.tells !== 'step') return { attributes: goodbyeAttributes('', language), outcome };
      return { attributes: attributesOf(reply.step, reply.next, { hearsSpeech }), outcome, ticket };
    },
    apologise: async (request, correlationId) => {
      const held = request.retry === 0;
      await parkCall(request.heard, correlationId, { ...needs, park }, { held }).catch(() => undefined);
      const first = emergencyFirst(request.heard, needs.district);
      if (held) return { attributes: holdAttributes(request, language, first), outcome: 'held' };
      return { attributes: fallbackAttributes(language, first), outcome: 'to-fallback' };
    },
  };
};
