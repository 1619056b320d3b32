import { afterEach, describe, expect, it } from 'vitest';
import { snsEventTopic } from '#adapters/sns/event-topic.ts';
import { snsClient } from '#adapters/sns/sns-client.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import type { EventTopic } from '#ports/event-topic.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { type CannedAnswer, type CannedAws, cannedAws } from './canned-aws.ts';

// What no emulator does: a topic that refuses a message, or is away in one of several ways.

const failed = (place: number, code: string, senderFault = true): string =>
  `<member><Id>${place}</Id><Code>${code}</Code><SenderFault>${senderFault}</SenderFault></member>`;
const answer = (...members: string[]): CannedAnswer => ({
  status: 200,
  body: `<PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishBatchResult><Successful/><Failed>${members.join('')}</Failed></PublishBatchResult></PublishBatchResponse>`,
});
const error = (code: string, { status = 400, message = code } = {}): CannedAnswer => ({
  status,
  body: `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

let aws: CannedAws | undefined;
afterEach(() => aws?.stop());
const topicThatAnswers = async (...answers: CannedAnswer[]): Promise<EventTopic> => {
  aws = await cannedAws(...answers);
  return snsEventTopic('arn:aws:sns:us-east-1:000000000000:topic', snsClient(aws.settings));
};
const messages = (count: number) => Array.from({ length: count }, (_, random) => messageOf(opening({}, { random }).event));

describe('what the topic refuses for ever is named by its place', () => {
  it('when it takes the rest of a batch', async () => {
    const topic = await topicThatAnswers(answer(failed(1, 'InvalidParameter')), answer(), answer(failed(20, 'InvalidParameter')));
    expect(await topic.publish(messages(21))).toEqual([1, 20]);
    expect(aws?.asked).toHaveLength(3);
  });

  it('when it refuses a whole batch for the sake of one: each is then published by itself', async () => {
    const topic = await topicThatAnswers(error('InvalidParameter'), answer(), error('InvalidParameter'), answer());
    expect(await topic.publish(messages(3))).toEqual([1]);
    expect(aws?.asked).toHaveLength(4);
  });

  it.each(['BatchRequestTooLong', 'ParameterValueInvalid', 'ValidationError', 'ValidationException'])('%s', async (code) => {
    const topic = await topicThatAnswers(error(code));
    expect(await topic.publish(messages(1))).toEqual([0]);
  });

  it('and nothing else is', async () => {
    const topic = await topicThatAnswers(answer());
    expect(await topic.publish(messages(11))).toEqual([]);
  });
});

describe('a topic that is away or out of breath refuses nothing for ever', () => {
  it.each([
    ['throttles', error('Throttled', { status: 429 })],
    ['throttles a key', error('KMSThrottling')],
    ['has no key', error('KMSDisabled')],
    ['may not use its key', error('KMSAccessDenied')],
    ['lets nobody in', error('AuthorizationError', { status: 403 })],
    ['does not know who asks', error('InvalidClientTokenId', { status: 403 })],
    ['is not there', error('NotFound', { status: 404 })],
    ['has another name', error('InvalidParameter', { message: 'Invalid parameter: TopicArn' })],
    ['fails', error('InternalError', { status: 500 })],
    ['fails with a part', answer(failed(0, 'InternalError', false))],
    ['throttles a part', answer(failed(0, 'Throttled'))],
    ['refuses one and fails with another', answer(failed(0, 'InvalidParameter'), failed(1, 'InternalError', false))],
  ])('when it %s', async (_how, said) => {
    const topic = await topicThatAnswers(said);
    await expect(topic.publish(messages(2))).rejects.toThrow();
  });
});
