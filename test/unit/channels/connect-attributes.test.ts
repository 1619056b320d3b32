import type { ConnectContactFlowResult } from 'aws-lambda';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import {
  attributesOf,
  FLOW_ACTS,
  type FlowAttributes,
  fallbackAttributes,
  goodbyeAttributes,
  holdAttributes,
  messageAttributes,
} from '#channels/connect/attributes.ts';
import type { Act } from '#domain/calls/step.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { acts, steps, stepWith } from './steps-of-a-call.ts';

const MOST_BYTES = 32 * 1024;
const act = (name: keyof typeof acts): Act => acts[name] ?? { do: 'hang-up' };
const parser = new XMLParser({ ignoreAttributes: false, processEntities: true });

/** What a contact flow takes: flat, all of it text, not too much of it, and SSML that can be read. */
const fits = (attributes: FlowAttributes): void => {
  const result: ConnectContactFlowResult = attributes;
  for (const value of Object.values(result)) expect(value).toBeTypeOf('string');
  expect(Object.values(attributes).every((value) => value.length > 0)).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(attributes))).toBeLessThan(MOST_BYTES);
  expect(FLOW_ACTS).toContain(attributes.act);
  for (const ssml of [attributes.text, attributes.otherwise].filter((text) => text !== undefined)) {
    expect(ssml).toMatch(/^<speak>.*<\/speak>$/s);
    expect(XMLValidator.validate(ssml)).toBe(true);
    expect(ssml.match(/<(?!\/?speak>|\/lang>|lang xml:lang="(cmn-CN|en-US)">|break time="\d+s"\/>)/)).toBeNull();
  }
};
const told = (name: keyof typeof acts, hearsSpeech: boolean) => attributesOf(stepWith(act(name), ['好']), 5, { hearsSpeech });

describe('what a contact flow is told', () => {
  it('is what is said, in which voice, and the step that comes next', () => {
    const say = ['您好 & <好>', { pause: 1 }, { text: 'For English press 8.', language: 'en' } as const, { pause: 60 }];
    expect(attributesOf(stepWith(act('hang-up'), say), 7, { hearsSpeech: false })).toEqual({
      act: 'hang-up',
      voice: 'Zhiyu',
      language: 'zh-CN',
      step: '7',
      retry: '0',
      text:
        '<speak>您好 &amp; &lt;好&gt; <break time="1s"/> <lang xml:lang="en-US">For English press 8.</lang> ' +
        '<break time="10s"/></speak>',
    });
    const english = stepWith(act('hang-up'), [{ text: '中文请按8。', language: 'zh' }], { language: 'en' });
    expect(attributesOf(english, 0, { hearsSpeech: true })).toMatchObject({
      voice: 'Joanna',
      language: 'en-US',
      text: '<speak><lang xml:lang="cmn-CN">中文请按8。</lang></speak>',
    });
  });

  it.each([
    ['greeting', 'speech', 'key-soon'],
    ['menu', 'speech', 'key'],
    ['story', 'speech', 'key'],
    ['number', 'speech', 'number'],
    ['filed', 'key', 'key'],
    ['record', 'record', 'record'],
    ['agent', 'agent', 'agent'],
    ['transfer', 'transfer', 'transfer'],
    ['hang-up', 'hang-up', 'hang-up'],
  ])('of %s is to do %s, and %s without a bot', (name, withBot, without) => {
    expect(told(name, true).act).toBe(withBot);
    expect(told(name, false).act).toBe(without);
  });

  it('is how long a bot waits for words and after them, and how many keys it takes', () => {
    expect(told('number', true)).toMatchObject({ startMilliseconds: '8000', endMilliseconds: '3000', digits: '12' });
    expect(told('menu', true)).toMatchObject({ startMilliseconds: '5000', endMilliseconds: '800', digits: '1' });
  });

  it('is what is said into silence, and whom to ring', () => {
    expect(told('filed', true).otherwise).toBe('<speak>再见。</speak>');
    expect(told('menu', false)).not.toHaveProperty('otherwise');
    expect(told('transfer', true).number).toBe('119');
  });

  it('when something failed is to hold the same step, to go elsewhere, to take a message or to end', () => {
    const words = catalogueOf('zh');
    const heard = { what: 'step', call: 'c', step: 4, answer: {} } as const;
    expect(holdAttributes({ heard, retry: 0 }, 'zh')).toMatchObject({
      act: 'hold',
      step: '4',
      retry: '1',
      text: `<speak>${words.oneMoment} <break time="2s"/></speak>`,
    });
    expect(fallbackAttributes('zh')).toMatchObject({ act: 'fallback', step: '0', retry: '0' });
    expect(messageAttributes('zh')).toMatchObject({ act: 'record', step: '1', text: `<speak>${words.leaveMessageNow}</speak>` });
    expect(goodbyeAttributes('Bye.', 'en')).toMatchObject({ act: 'hang-up', text: '<speak>Bye.</speak>', voice: 'Joanna' });
  });

  it('of every step fits, with a bot and without', () => {
    for (const [, step] of steps) for (const hearsSpeech of [true, false]) fits(attributesOf(step, 3, { hearsSpeech }));
    for (const language of ['zh', 'en'] as const) {
      for (const attributes of [fallbackAttributes(language), messageAttributes(language), goodbyeAttributes('', language)]) {
        fits(attributes);
      }
    }
  });

  it('fits whatever was said, and however much', () => {
    const awkward = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(']]>', '</speak>', '\u0000\ud800', `"'&`, '长'.repeat(9000), '"'.repeat(9000), '😀'.repeat(2000)),
    );
    fc.assert(
      fc.property(fc.array(awkward), (said) => {
        const say = said.flatMap((text) => [text, { text, language: 'en' } as const]);
        fits(attributesOf(stepWith({ do: 'gather', digits: 1, seconds: 5, otherwise: say }, say), 3, { hearsSpeech: false }));
        const { text } = goodbyeAttributes('<speak>hi</speak>', 'en');
        expect(parser.parse(text)).toEqual({ speak: '<speak>hi</speak>' });
      }),
    );
  });
});
