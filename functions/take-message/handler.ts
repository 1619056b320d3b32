import { withQuery } from '#channels/addresses.ts';
import { goodbyeAttributes, messageAttributes } from '#channels/connect/attributes.ts';
import { type FlowRequest, readContactFlow } from '#channels/connect/request.ts';
import type { Heard } from '#channels/heard.ts';
import { readJambonzRequest } from '#channels/jambonz/request.ts';
import { isSignedByJambonz } from '#channels/jambonz/signature.ts';
import { jambonz } from '#channels/jambonz/verbs.ts';
import { readTwilioRequest } from '#channels/twilio/request.ts';
import { isSignedByTwilio } from '#channels/twilio/signature.ts';
import { twiml } from '#channels/twilio/twiml.ts';
import { takeJambonzMessageContract, takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import type { SigningSecrets } from '#ports/signing-secrets.ts';
import type { ContactFlow } from '#runtime/contact-flow.ts';
import type { Webhook } from '#runtime/webhook.ts';
import { type MessageNeeds, messageDoor, parkMessage } from '#use-cases/phone/take-message.ts';

interface Needs extends Omit<MessageNeeds, 'action'> {
  secrets: { twilio: SigningSecrets; jambonz: SigningSecrets };
  publicUrl: string;
}

/** The fallback doors of all providers: they take a message with nothing but queues behind them. */
export const createHandlers = ({ secrets, publicUrl, ...needs }: Needs) => {
  const actionAt = (path: string): string => withQuery(publicUrl.replace(/\/$/, '') + path, { step: '1' });
  const { language, telephone } = needs.district;
  const forTwilio: Webhook<Heard> = {
    isSigned: async ({ headers, bytes, ...request }) =>
      isSignedByTwilio({ ...request, body: bytes, signature: headers['x-twilio-signature'] }, await secrets.twilio()),
    read: (request) => readTwilioRequest(request, telephone),
    ...messageDoor(twiml, { ...needs, action: actionAt(takeTwilioMessageContract.path) }),
  };
  const forJambonz: Webhook<Heard> = {
    isSigned: async ({ headers, bytes }) => {
      const signature = headers['jambonz-signature'];
      return isSignedByJambonz({ signature, body: bytes }, await secrets.jambonz(), Date.parse(needs.now()));
    },
    read: (request) => readJambonzRequest(request, telephone),
    ...messageDoor(jambonz, { ...needs, action: actionAt(takeJambonzMessageContract.path) }),
  };
  const forConnect: ContactFlow<FlowRequest> = {
    read: (event) => readContactFlow(event, telephone),
    answer: async ({ heard }, correlationId) => {
      await parkMessage('connect', heard, correlationId, needs);
      return heard.step === 0
        ? { attributes: messageAttributes(language), outcome: 'parked' }
        : { attributes: goodbyeAttributes(catalogueOf(language).messageKept, language), outcome: 'message-kept' };
    },
    apologise: async () => ({
      attributes: goodbyeAttributes(catalogueOf(language).outOfOrder, language),
      outcome: 'gave-up',
    }),
  };
  return { forTwilio, forJambonz, forConnect };
};
