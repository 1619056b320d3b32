import { withQuery } from '../../shared/channels/voice/addresses.ts';
import { catalogueOf } from '../../shared/channels/voice/catalogues.ts';
import { goodbyeAttributes, messageAttributes } from '../../shared/channels/voice/connect/attributes.ts';
import { type FlowRequest, readContactFlow } from '../../shared/channels/voice/connect/request.ts';
import type { Heard } from '../../shared/channels/voice/heard.ts';
import { readJambonzRequest } from '../../shared/channels/voice/jambonz/request.ts';
import { isSignedByJambonz } from '../../shared/channels/voice/jambonz/signature.ts';
import { jambonz } from '../../shared/channels/voice/jambonz/verbs.ts';
import { readTwilioRequest } from '../../shared/channels/voice/twilio/request.ts';
import { isSignedByTwilio } from '../../shared/channels/voice/twilio/signature.ts';
import { twiml } from '../../shared/channels/voice/twilio/twiml.ts';
import { takeJambonzMessageContract, takeTwilioMessageContract } from '../../shared/contracts/webhooks/take-message.ts';
import type { SigningSecrets } from '../../shared/ports/signing-secrets.ts';
import type { ContactFlow } from '../../shared/runtime/contact-flow.ts';
import type { Webhook } from '../../shared/runtime/webhook.ts';
import { type MessageNeeds, messageDoor, parkMessage } from '../../shared/use-cases/phone/take-message.ts';

interface Needs extends Omit<MessageNeeds, 'action'> {
  secrets: { twilio: SigningSecrets; jambonz: SigningSecrets };
  publicUrl: string;
}

/** The fallback doors of all providers: they take a message with nothing but queues behind them. */
export const createHandlers = ({ secrets, publicUrl, ...needs }: Needs) => {
  const actionAt = (path: string): string => withQuery(publicUrl.replace(/\/$/, '') + path, { step: '1' });
  const { language } = needs.district;
  const forTwilio: Webhook<Heard> = {
    isSigned: async ({ headers, ...request }) =>
      isSignedByTwilio({ ...request, signature: headers['x-twilio-signature'] }, await secrets.twilio()),
    read: readTwilioRequest,
    ...messageDoor(twiml, { ...needs, action: actionAt(takeTwilioMessageContract.path) }),
  };
  const forJambonz: Webhook<Heard> = {
    isSigned: async ({ headers, body }) => {
      const signature = headers['jambonz-signature'];
      return isSignedByJambonz({ signature, body }, await secrets.jambonz(), Date.parse(needs.now()));
    },
    read: readJambonzRequest,
    ...messageDoor(jambonz, { ...needs, action: actionAt(takeJambonzMessageContract.path) }),
  };
  const forConnect: ContactFlow<FlowRequest> = {
    read: readContactFlow,
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
