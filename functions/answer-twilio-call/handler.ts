import { lineTo } from '../../shared/channels/voice/addresses.ts';
import type { Heard } from '../../shared/channels/voice/heard.ts';
import { readTwilioRequest, retryOfTwilio } from '../../shared/channels/voice/twilio/request.ts';
import { isSignedByTwilio } from '../../shared/channels/voice/twilio/signature.ts';
import { twiml } from '../../shared/channels/voice/twilio/twiml.ts';
import { answerTwilioCallContract } from '../../shared/contracts/webhooks/answer-twilio-call.ts';
import { takeTwilioMessageContract } from '../../shared/contracts/webhooks/take-message.ts';
import type { SigningSecrets } from '../../shared/ports/signing-secrets.ts';
import type { Webhook } from '../../shared/runtime/webhook.ts';
import { type DoorNeeds, voiceDoor } from '../../shared/use-cases/phone/voice-door.ts';

interface Needs extends Omit<DoorNeeds, 'provider'> {
  secrets: SigningSecrets;
  publicUrl: string;
}

/** Twilio's door: its signature and its dialect around the story of calls. */
export const createHandler = ({ secrets, publicUrl, ...needs }: Needs): Webhook<Heard> => {
  const base = publicUrl.replace(/\/$/, '');
  const door = base + answerTwilioCallContract.path;
  const addresses = {
    lineOf: (step: number, rates: string | undefined) => lineTo(door, step, rates),
    retryOf: (request: { search: URLSearchParams; body: string }) => retryOfTwilio(door, request),
    fallback: base + takeTwilioMessageContract.path,
  };
  return {
    isSigned: async ({ headers, ...request }) =>
      isSignedByTwilio({ ...request, signature: headers['x-twilio-signature'] }, await secrets()),
    read: readTwilioRequest,
    ...voiceDoor(twiml, addresses, { ...needs, provider: twiml.provider }),
  };
};
