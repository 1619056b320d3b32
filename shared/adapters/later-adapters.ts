import type { Ports } from '#ports/ports.ts';
import type { SendAll } from '#ports/send-all.ts';
import type { SecretOf } from './keyed-seal.ts';
import { lazily } from './lazily.ts';
import { secretLookUpCodes } from './look-up-codes.ts';
import { secretPhoneKeys } from './phone-keys.ts';

/** What names the deployment's secret. */
export interface SecretEnvironment {
  DEPLOYMENT_SECRET: string;
}

/** The deployment's secret, which is read when something is first sealed or named with it. */
export const secretLater = ({ DEPLOYMENT_SECRET }: SecretEnvironment): SecretOf => {
  const secret = lazily(async () => {
    const { deploymentSecret } = await import('./secrets/deployment-secret.ts');
    return { read: deploymentSecret(DEPLOYMENT_SECRET) };
  });
  return () => secret.read();
};

/** Keys of telephone numbers. */
export const phoneKeysLater = (env: SecretEnvironment): Ports['phoneKeys'] => secretPhoneKeys(secretLater(env));

/** Keys of telephone numbers and codes of look-ups. */
export const keysAndCodesLater = (env: SecretEnvironment): Pick<Ports, 'phoneKeys' | 'lookUpCodes'> => ({
  phoneKeys: phoneKeysLater(env),
  lookUpCodes: secretLookUpCodes(secretLater(env)),
});

/** What sends to a queue, loaded when there is first something to send. */
const senderLater = (queueUrl: string): SendAll => {
  const sender = lazily(async () => {
    const { sqsQueueSender } = await import('./sqs/queue-sender.ts');
    return { send: sqsQueueSender(queueUrl) };
  });
  return (bodies) => sender.send(bodies);
};

/** Where calls are parked, with their callers sealed. */
const parkingLater = ({ PARKED_CALLS_QUEUE_URL, ...env }: SecretEnvironment & { PARKED_CALLS_QUEUE_URL: string }): SendAll => {
  const parking = lazily(async () => {
    const [{ sealedParking }, { secretCallerSeal }] = await Promise.all([
      import('./sqs/sealed-parking.ts'),
      import('./caller-seal.ts'),
    ]);
    return { park: sealedParking(senderLater(PARKED_CALLS_QUEUE_URL), secretCallerSeal(secretLater(env))) };
  });
  return (bodies) => parking.park(bodies);
};

/** The queues of a door that answers calls: most calls leave nothing on either. */
export const phoneQueuesLater = ({
  RECORDINGS_QUEUE_URL,
  ...env
}: Parameters<typeof parkingLater>[0] & { RECORDINGS_QUEUE_URL: string }): Pick<Ports, 'sendRecordings' | 'park'> => ({
  sendRecordings: senderLater(RECORDINGS_QUEUE_URL),
  park: parkingLater(env),
});
