import type { LeaseSeal } from '#ports/lease-seal.ts';
import type { Ports } from '#ports/ports.ts';
import { callBackInMessage } from './call-back-in-message.ts';
import { sqsLeaseQueue } from './lease-queue.ts';
import { sqsClient } from './sqs-client.ts';

/** The queue from which the desk leases callers to ring back. */
export const deskQueue = (queueUrl: string, seal: LeaseSeal): Ports['callBackQueue'] =>
  sqsLeaseQueue(queueUrl, callBackInMessage, { client: sqsClient(), seal });
