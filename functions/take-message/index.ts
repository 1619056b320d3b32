import type { APIGatewayProxyEventV2, ConnectContactFlowEvent } from 'aws-lambda';
import { shippedDistrict } from '#adapters/district-file.ts';
import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { sqsQueueSender } from '#adapters/sqs/queue-sender.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { takeJambonzMessageContract, takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import { contactFlowFunction } from '#runtime/contact-flow.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { Env } from './env.ts';
import { createHandlers } from './handler.ts';

const env = readEnvironment(Env);
const { forTwilio, forJambonz, forConnect } = createHandlers({
  district: shippedDistrict(),
  now: systemClock,
  park: sqsQueueSender(env.PARKED_CALLS_QUEUE_URL),
  sendRecordings: sqsQueueSender(env.RECORDINGS_QUEUE_URL),
  secrets: { twilio: storedSigningSecrets(env.TWILIO_SECRET), jambonz: storedSigningSecrets(env.JAMBONZ_SECRET) },
  publicUrl: env.PUBLIC_URL,
});
const twilio = webhookFunction(takeTwilioMessageContract, forTwilio, { publicUrl: env.PUBLIC_URL });
const jambonz = webhookFunction(takeJambonzMessageContract, forJambonz, { publicUrl: env.PUBLIC_URL });
const connect = contactFlowFunction('take-message', forConnect);

export const handler = (event: APIGatewayProxyEventV2 | ConnectContactFlowEvent) => {
  if (!('rawPath' in event)) return connect(event);
  return event.rawPath.endsWith(takeJambonzMessageContract.path) ? jambonz(event) : twilio(event);
};
