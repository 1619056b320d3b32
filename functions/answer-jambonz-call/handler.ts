import { lineTo } from '../../shared/channels/voice/addresses.ts';
import type { Heard } from '../../shared/channels/voice/heard.ts';
import { readJambonzRequest, retryOfJambonz } from '../../shared/channels/voice/jambonz/request.ts';
import { isSignedByJambonz } from '../../shared/channels/voice/jambonz/signature.ts';
import { jambonz } from '../../shared/channels/voice/jambonz/verbs.ts';
import { answerJambonzCallContract } from '../../shared/contracts/webhooks/answer-jambonz-call.ts';
import { takeJambonzMessageContract } from '../../shared/contracts/webhooks/take-message.ts';
import type { SigningSecrets } from '../../shared/ports/signing-secrets.ts';
import type { Webhook } from '../../shared/runtime/webhook.ts';
import { type DoorNeeds, voiceDoor } from '../../shared/use-cases/phone/voice-door.ts';

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
    isSigned: async ({ headers, body }) => {
      const signature = headers['jambonz-signature'];
      return isSignedByJambonz({ signature, body }, await secrets(), Date.parse(needs.now()));
    },
    read: readJambonzRequest,
    ...voiceDoor(jambonz, addresses, { ...needs, provider: jambonz.provider }),
  };
};
