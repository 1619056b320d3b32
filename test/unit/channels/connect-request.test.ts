import type { ConnectContactFlowEvent, EventBridgeEvent } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContactEvent } from '#channels/connect/contact-event.ts';
import { readContactFlow as readAt } from '#channels/connect/request.ts';
import { Refusal } from '#domain/errors.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const CALL = '4a573372-1f28-4e26-b97b-000000000001';

/** An event as Amazon Connect sends it; what the flow has no value for comes empty or as null. */
const flowEvent = (parameters: Record<string, string | null>, address: string | null = '+8610000000011') => {
  const event: ConnectContactFlowEvent = {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        Attributes: {},
        Channel: 'VOICE',
        ContactId: CALL,
        InitialContactId: CALL,
        PreviousContactId: CALL,
        CustomerEndpoint: address === null ? null : { Address: address, Type: 'TELEPHONE_NUMBER' },
        InitiationMethod: 'INBOUND',
        InstanceARN: 'arn:aws:connect:eu-central-1:123456789012:instance/0',
        Queue: null,
        SystemEndpoint: { Address: '+8610000000090', Type: 'TELEPHONE_NUMBER' },
        MediaStreams: { Customer: { Audio: null } },
      },
      Parameters: parameters as Record<string, string>,
    },
  };
  return event;
};
const readContactFlow = (event: unknown) => readAt(event, smallDistrict.telephone);
const began = { step: '0', retry: '0', answered: 'nothing', digits: '', speech: null, agent: 'none', message: 'no' };
const known = { call: CALL, phone: '+8610000000011', what: 'step' };

describe('what a contact flow asks', () => {
  it('begins with step 0, and nothing answered', () => {
    expect(readContactFlow(flowEvent(began))).toEqual({ heard: { ...known, step: 0, answer: {} }, retry: 0 });
    expect(readContactFlow(flowEvent({ step: '2', retry: '1' }))).toMatchObject({ heard: { step: 2, answer: {} }, retry: 1 });
  });

  it.each([
    [{ answered: 'keys', digits: '1' }, { digits: '1' }],
    [{ answered: 'keys', digits: '261123048217#', speech: '早先的话' }, { digits: '261123048217' }],
    [{ answered: 'keys', digits: 'Timeout' }, {}],
    [{ answered: 'keys', digits: '#' }, {}],
    [{ answered: 'words', speech: ' 水管爆了。 ', digits: '1' }, { speech: '水管爆了。' }],
    [{ answered: 'words', speech: '9' }, { digits: '9' }],
    [{ answered: 'words', speech: '261123048217' }, { digits: '261123048217' }],
    [{ answered: 'words', speech: '-', digits: '1' }, {}],
    [{ answered: 'words', speech: null }, {}],
    [{ answered: 'nothing', digits: '1', speech: '早先的话', agent: 'busy' }, {}],
    [{ answered: 'agent', agent: 'no-agent', digits: '0', speech: '人工' }, { dial: 'no-agent' }],
    [{ answered: 'agent', agent: 'completed' }, { dial: 'completed' }],
    [{ answered: 'keys', digits: '', message: 'yes' }, { recording: CALL }],
    [{ answered: 'keys', digits: 'Timeout', message: 'yes' }, { recording: CALL }],
    [{ answered: 'keys', digits: '5', message: 'yes' }, { digits: '5' }],
    [{ answered: 'agent', agent: 'transferred' }, { dial: 'unknown' }],
    [{ answered: 'keys', digits: '9', message: 'yes' }, { digits: '9' }],
    [{ answered: 'nothing', digits: '9', message: 'yes' }, { recording: CALL }],
    [
      { digits: '1', speech: '一', agent: '' },
      { digits: '1', speech: '一' },
    ],
  ])('%o is the answer %o', (parameters, answer) => {
    const event = flowEvent({ ...began, answered: null, ...parameters, step: '4' });
    expect(readContactFlow(event).heard).toMatchObject({ ...known, step: 4 });
    expect(readContactFlow(event).heard.answer).toEqual(answer);
  });

  it('is of nobody known when the number is withheld', () => {
    for (const address of [null, '', 'anonymous', '+266696687']) {
      expect(readContactFlow(flowEvent(began, address)).heard).not.toHaveProperty('phone');
    }
  });

  it('has speech that fits a ticket, and ends with a whole sign', () => {
    const speech = `${'x'.repeat(9999)}😀${'长'.repeat(3000)}`;
    const heard = readContactFlow(flowEvent({ ...began, answered: 'words', speech })).heard.answer.speech ?? '';
    expect([...heard]).toHaveLength(10_000);
    expect(heard.isWellFormed()).toBe(true);
  });

  it.each([
    {},
    { step: '' },
    { step: 'two' },
    { step: '-1' },
    { step: '0', answered: 'everything' },
    { step: '0', retry: 'x' },
    { step: '0', digits: '1'.repeat(65) },
  ])('is refused when %o makes no sense', (parameters) => {
    expect(() => readContactFlow(flowEvent(parameters))).toThrow(Refusal);
  });

  it('is read or refused, whatever is in it', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('yes', 'keys', 'words', '1', '#', 'Timeout'));
    const name = fc.constantFrom('step', 'retry', 'answered', 'digits', 'speech', 'agent', 'message');
    fc.assert(
      fc.property(fc.dictionary(name, text), (parameters) => {
        try {
          expect(readContactFlow(flowEvent({ step: '0', ...parameters })).heard.call).toBe(CALL);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
    for (const event of [undefined, null, {}, { Details: {} }, 'x']) expect(() => readContactFlow(event)).toThrow(Refusal);
    const chat = flowEvent(began);
    chat.Details.ContactData.Channel = 'CHAT';
    expect(() => readContactFlow(chat)).toThrow(Refusal);
  });
});

describe('what is told of a contact', () => {
  const eventWith = (detail: object): EventBridgeEvent<'Amazon Connect Contact Event', object> => ({
    version: '0',
    id: '1',
    source: 'aws.connect',
    account: '123456789012',
    time: '2026-11-23T02:30:00Z',
    region: 'eu-central-1',
    resources: [],
    'detail-type': 'Amazon Connect Contact Event',
    detail: {
      contactId: CALL,
      initialContactId: CALL,
      channel: 'VOICE',
      initiationMethod: 'INBOUND',
      eventType: 'DISCONNECTED',
      instanceArn: 'arn:aws:connect:eu-central-1:123456789012:instance/0',
      disconnectTimestamp: '2026-11-23T02:30:00Z',
      ...detail,
    },
  });

  it('is that it ended, and whether an agent had talked to it', () => {
    expect(readContactEvent(eventWith({}))).toEqual({ call: CALL, reachedAgent: false });
    const agentInfo = { agentArn: 'arn', connectedToAgentTimestamp: '2026-11-23T02:29:00Z' };
    expect(readContactEvent(eventWith({ agentInfo }))).toEqual({ call: CALL, reachedAgent: true });
    expect(readContactEvent(eventWith({ agentInfo: { agentArn: 'arn' } }))).toEqual({ call: CALL, reachedAgent: false });
  });

  it.each([
    ...['INBOUND', 'OUTBOUND', 'TRANSFER', 'CALLBACK', 'API', 'QUEUE_TRANSFER', 'DISCONNECT', 'WEBRTC_API'],
    ...['EXTERNAL_OUTBOUND', 'MONITOR', 'AGENT_REPLY', 'FLOW', 'SOMETHING_NEW', undefined],
  ])('is that it ended, however it began: %s', (initiationMethod) => {
    expect(readContactEvent(eventWith({ initiationMethod }))).toEqual({ call: CALL, reachedAgent: false });
  });

  it.each([
    { eventType: 'INITIATED' },
    { eventType: 'QUEUED' },
    { eventType: 'CONNECTED_TO_AGENT' },
    { eventType: 'COMPLETED' },
    { eventType: 'SOMETHING_NEW' },
    { channel: 'CHAT' },
  ])('is nothing that matters when %o', (detail) => {
    expect(readContactEvent(eventWith(detail))).toBeUndefined();
  });

  it('is refused from anybody else', () => {
    const another = { ...eventWith({}), source: 'aws.s3' };
    const odd = [another, { ...eventWith({}), 'detail-type': 'x' }, eventWith({ contactId: '' }), {}, undefined];
    for (const event of odd) expect(() => readContactEvent(event)).toThrow(Refusal);
  });
});
