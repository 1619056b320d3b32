import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keyedSeal } from '#adapters/keyed-seal.ts';
import { callBackInMessage } from '#adapters/sqs/call-back-in-message.ts';
import { sqsLeaseQueue } from '#adapters/sqs/lease-queue.ts';
import { leaseTokens } from '#adapters/sqs/lease-token.ts';
import { sqsClient } from '#adapters/sqs/sqs-client.ts';
import { awsError, type CannedAnswer, cannedAws } from './canned-aws.ts';
import { secondsLater } from './matters.ts';

const HOURS_12 = 43_200;
const QUEUE = 'https://sqs.example/000000000000/call-backs';
const seal = keyedSeal(async () => 'the secret of this deployment');
const refused = (detail: RegExp) => ({ name: 'Refusal', code: 'lease-invalid', message: expect.stringMatching(detail) });
const done: CannedAnswer = { status: 200, body: {} };

/** A queue over an SQS that gives one message and then these answers; time passes by hand. */
const leasedOver = async (...answers: CannedAnswer[]) => {
  let seconds = 0;
  const Body = JSON.stringify({ type: 'call-back-wanted', id: 'a', at: secondsLater(0), correlationId: 'test' });
  const MD5OfBody = createHash('md5').update(Body).digest('hex');
  const message = { Body, MD5OfBody, ReceiptHandle: 'handle-1' };
  const aws = await cannedAws({ status: 200, body: { Messages: [message] } }, ...answers);
  onTestFinished(() => aws.stop());
  const client = sqsClient({ ...aws.settings, useQueueUrlAsEndpoint: false });
  const queue = sqsLeaseQueue(QUEUE, callBackInMessage, { client, seal, now: () => secondsLater(seconds) });
  const lease = async (leaseSeconds: number): Promise<string> => {
    const [one] = await queue.lease({ most: 1, waitSeconds: 0, leaseSeconds });
    return one?.lease ?? '';
  };
  const pass = (more: number): void => {
    seconds += more;
  };
  return { queue, lease, pass, asked: () => aws.asked.slice(1).map(({ body }) => JSON.parse(body)) };
};

describe('what is given back for long', () => {
  it('comes again when SQS can hide it no longer, twelve hours from when it was leased', async () => {
    const { queue, lease, pass, asked } = await leasedOver(done);
    const token = await lease(300);
    pass(120);
    const seconds = await queue.giveBack('a', token, HOURS_12);
    expect(asked()).toMatchObject([{ ReceiptHandle: 'handle-1', VisibilityTimeout: seconds }]);
    expect(seconds).toBeLessThanOrEqual(HOURS_12 - 120);
    expect(seconds).toBeGreaterThan(HOURS_12 - 130);
  });

  it('is never asked of SQS for longer than that, and never for longer than was wished', async () => {
    const seconds = fc.integer({ min: 0, max: HOURS_12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: HOURS_12 }), seconds, seconds, async (leaseSeconds, passed, wished) => {
        fc.pre(passed < leaseSeconds);
        const { queue, lease, pass, asked } = await leasedOver(done);
        const token = await lease(leaseSeconds);
        pass(passed);
        const given = await queue.giveBack('a', token, wished);
        expect(asked()[0].VisibilityTimeout).toBe(given);
        expect(given).toBeGreaterThanOrEqual(0);
        expect(given).toBeLessThanOrEqual(wished);
        expect(passed + given).toBeLessThanOrEqual(HOURS_12);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a lease', () => {
  it('that has run out is named so, and SQS is not asked', async () => {
    const { queue, lease, pass, asked } = await leasedOver(done);
    const token = await lease(60);
    pass(60);
    expect(await queue.standing('a', token)).toBe('ended');
    await expect(queue.acknowledge('a', token)).rejects.toMatchObject(refused(/run out/));
    await expect(queue.giveBack('a', token, 0)).rejects.toMatchObject(refused(/run out/));
    expect(asked()).toEqual([]);
  });

  it('that nobody gave out is refused, and SQS, which may say that all is well, is not asked', async () => {
    const { queue, lease, asked } = await leasedOver(done);
    const [body = '', given = ''] = (await lease(60)).split('.');
    const [, since, until, handle] = JSON.parse(Buffer.from(body, 'base64url').toString());
    const bodyOf = (...fields: unknown[]) => Buffer.from(JSON.stringify(fields)).toString('base64url');
    const forged = [
      bodyOf('a', since, '2099-01-01T00:00:00.000Z', handle),
      bodyOf('a', since, until, 'made-up'),
      bodyOf('b', since, until, handle),
      bodyOf('a', '2020-01-01T00:00:00.000Z', until, handle),
    ].flatMap((one) => [one, `${one}.`, `${one}.${given}`]);
    for (const token of [...forged, body, `${body}.`, `.${given}`, given, '', '.', '..', 'x', '漏水']) {
      for (const key of ['a', 'b']) {
        await expect(queue.standing(key, token)).rejects.toMatchObject(refused(/no lease/));
        await expect(queue.acknowledge(key, token)).rejects.toMatchObject(refused(/no lease/));
        await expect(queue.giveBack(key, token, 0)).rejects.toMatchObject(refused(/no lease/));
      }
    }
    expect(asked()).toEqual([]);
  });

  it('of ours whose message is gone was acknowledged before; whatever else SQS says is an error', async () => {
    const gone = await leasedOver(awsError('ReceiptHandleIsInvalid'));
    await gone.queue.acknowledge('a', await gone.lease(60));
    const broken = await leasedOver(awsError('AccessDeniedException'));
    await expect(broken.queue.acknowledge('a', await broken.lease(60))).rejects.not.toMatchObject({ name: 'Refusal' });
  });

  it('is of the queue, the key and the secret with which it was given out, and of no other', async () => {
    const text = fc.string({ minLength: 1, maxLength: 20 });
    const given = { since: secondsLater(0), until: secondsLater(60), handle: 'AQEB+/=' };
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (queue, key, secret, other) => {
        const sealed = (one: string) => keyedSeal(async () => one);
        const token = await leaseTokens(queue, sealed(secret)).give(key, given);
        expect(await leaseTokens(queue, sealed(secret)).read(key, token)).toEqual(given);
        const strangers = [
          ...(other === queue ? [] : [leaseTokens(other, sealed(secret)).read(key, token)]),
          ...(other === key ? [] : [leaseTokens(queue, sealed(secret)).read(other, token)]),
          ...(other === secret ? [] : [leaseTokens(queue, sealed(other)).read(key, token)]),
        ];
        for (const one of await Promise.allSettled(strangers)) expect(one.status).toBe('rejected');
      }),
    );
  });

  it('fits into what the doors take', async () => {
    // A receipt handle of SQS may have so many signs.
    const token = await leaseTokens(QUEUE, seal).give('a'.repeat(120), {
      since: secondsLater(0),
      until: secondsLater(60),
      handle: 'x'.repeat(1024),
    });
    expect(token.length).toBeLessThan(4000);
  });
});
