import type { APIGatewayProxyEventV2, ConnectContactFlowEvent } from 'aws-lambda';
import { secretCallerSeal } from '#adapters/caller-seal.ts';
import { deploymentSecret } from '#adapters/secrets/deployment-secret.ts';
import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { sqsQueueSender } from '#adapters/sqs/queue-sender.ts';
import { sealedParking } from '#adapters/sqs/sealed-parking.ts';
import { sqsClient } from '#adapters/sqs/sqs-client.ts';
import { standing } from '#adapters/standing.ts';
import { takeJambonzMessageContract, takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import { only } from '#ports/ports.ts';
import { contactFlowFunction } from '#runtime/contact-flow.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { Env, touches } from './env.ts';
import { createHandlers } from './handler.ts';

const env = readEnvironment(Env);
const queues = sqsClient();
const secretOf = deploymentSecret(env.DEPLOYMENT_SECRET);
// Here every call is parked, so the secret is read before the first one asks for it.
secretOf().catch(() => undefined);
const { forTwilio, forJambonz, forConnect } = createHandlers({
  ...standing(),
  // Here every call is parked, so its queues are loaded at once.
  ...only(touches, {
    sendRecordings: sqsQueueSender(env.RECORDINGS_QUEUE_URL, queues),
    park: sealedParking(sqsQueueSender(env.PARKED_CALLS_QUEUE_URL, queues), secretCallerSeal(secretOf)),
  }),
  secrets: { twilio: storedSigningSecrets(env.TWILIO_SECRET), jambonz: storedSigningSecrets(env.JAMBONZ_SECRET) },
  publicUrl: env.PUBLIC_URL,
});
// There is no other door behind this one, so it tries for as long as it can.
const options = { publicUrl: env.PUBLIC_URL, patience: 8000 };
const twilio = webhookFunction(takeTwilioMessageContract, forTwilio, options);
const jambonz = webhookFunction(takeJambonzMessageContract, forJambonz, options);
const connect = contactFlowFunction('take-message', forConnect);

export const handler = (event: APIGatewayProxyEventV2 | ConnectContactFlowEvent) => {
  if (!('rawPath' in event)) return connect(event);
  return event.rawPath.endsWith(takeJambonzMessageContract.path) ? jambonz(event) : twilio(event);
};
