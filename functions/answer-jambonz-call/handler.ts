import { lineTo } from '#channels/addresses.ts';
import type { Heard } from '#channels/heard.ts';
import { readJambonzRequest, retryOfJambonz } from '#channels/jambonz/request.ts';
import { isSignedByJambonz } from '#channels/jambonz/signature.ts';
import { jambonz } from '#channels/jambonz/verbs.ts';
import { answerJambonzCallContract } from '#contracts/webhooks/answer-jambonz-call.ts';
import { takeJambonzMessageContract } from '#contracts/webhooks/take-message.ts';
import type { SigningSecrets } from '#ports/signing-secrets.ts';
import type { Webhook } from '#runtime/webhook.ts';
import { type DoorNeeds, voiceDoor } from '#use-cases/phone/voice-door.ts';

interface Needs extends Omit<DoorNeeds, 'provider'> {
  secrets: SigningSecrets;
  publicUrl: string;
}

/** The door of jambonz: its signature and its dialect around the story of calls. */
export const createHandler = ({ secrets, publicUrl, ...needs }: Needs): Webhook<Heard> => {
  const base = publicUrl.replace(/\/$/, '');
  const door = base + answerJambonzCallContract.path;
  const addresses = {
    lineOf: (step: number, rates: string | undefined) => lineTo(door, step, rates),
    retryOf: (request: { search: URLSearchParams; body: string }) => retryOfJambonz(door, request),
    fallback: base + takeJambonzMessageContract.path,
  };
  return {
    isSigned: async ({ headers, bytes }) => {
      const signature = headers['jambonz-signature'];
      return isSignedByJambonz({ signature, body: bytes }, await secrets(), Date.parse(needs.now()));
    },
    read: (request) => readJambonzRequest(request, needs.district.telephone),
    ...voiceDoor(jambonz, addresses, { ...needs, provider: jambonz.provider }),
  };
};
