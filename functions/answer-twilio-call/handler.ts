import { lineTo } from '#channels/addresses.ts';
import type { Heard } from '#channels/heard.ts';
import { readTwilioRequest, retryOfTwilio } from '#channels/twilio/request.ts';
import { isSignedByTwilio } from '#channels/twilio/signature.ts';
import { twiml } from '#channels/twilio/twiml.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import type { SigningSecrets } from '#ports/signing-secrets.ts';
import type { Webhook } from '#runtime/webhook.ts';
import { type DoorNeeds, voiceDoor } from '#use-cases/phone/voice-door.ts';

interface Needs extends Omit<DoorNeeds, 'provider'> {
  secrets: SigningSecrets;
  publicUrl: string;
}

/** Twilio's door: its signature and its dialect around the story of calls. */
export const createHandler = ({ secrets, publicUrl, ...needs }: Needs): Webhook<Heard> => {
  const base = publicUrl.replace(/\/$/, '');
  const door = base + answerTwilioCallContract.path;
  const addresses = {
    lineOf: (step: number, rates: string | undefined, duty: string | undefined) => lineTo(door, step, rates, duty),
    retryOf: (request: { search: URLSearchParams; body: string }) => retryOfTwilio(door, request),
    fallback: base + takeTwilioMessageContract.path,
  };
  return {
    isSigned: async ({ headers, bytes, ...request }) =>
      isSignedByTwilio({ ...request, body: bytes, signature: headers['x-twilio-signature'] }, await secrets()),
    read: (request) => readTwilioRequest(request, needs.district.telephone),
    ...voiceDoor(twiml, addresses, { ...needs, provider: twiml.provider }),
  };
};
