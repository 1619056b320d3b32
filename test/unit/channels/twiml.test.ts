import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { twiml } from '#channels/twilio/twiml.ts';
import type { Step } from '#domain/calls/step.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { acts, desks, line, steps, stepWith } from './steps-of-a-call.ts';

const { VoiceResponse } = twilio.twiml;
const { action } = line;
type Response = InstanceType<typeof VoiceResponse>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
});
/** The document as a tree, whichever way its signs were escaped and its attributes ordered. */
const tree = (xml: string): unknown => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml.replaceAll('&apos;', "'").replaceAll('&quot;', '"'));
};
const isWhatTheBuilderMakes = (ours: string, build: (response: Response) => void): void => {
  const built = new VoiceResponse();
  build(built);
  expect(tree(ours)).toEqual(tree(built.toString()));
};
const act = (name: keyof typeof acts): Step['act'] => acts[name] ?? { do: 'hang-up' };

describe('TwiML', () => {
  it('of a menu is what the provider’s own builder makes', () => {
    const say = [
      '反映问题请按1，"重听" & <再听> 请按9。',
      { pause: 1 },
      { text: 'For English press 8.', language: 'en' } as const,
    ];
    isWhatTheBuilderMakes(twiml.step(stepWith(act('menu'), say), line), (response) => {
      const gather = response.gather({
        input: ['dtmf', 'speech'],
        action,
        numDigits: 1,
        timeout: 5,
        language: 'cmn-Hans-CN',
        speechTimeout: 'auto',
        hints: '查询,反映',
        actionOnEmptyResult: true,
      });
      gather.say({ language: 'zh-CN' }, '反映问题请按1，"重听" & <再听> 请按9。');
      gather.pause({ length: 1 });
      gather.say({ language: 'en-US' }, 'For English press 8.');
    });
  });

  it('of a story leaves time to think, in the language of the step', () => {
    const step = stepWith(act('story'), ['What is it?', { text: '中文请按8。', language: 'zh' }], { language: 'en' });
    isWhatTheBuilderMakes(twiml.step(step, line), (response) => {
      const gather = response.gather({
        input: ['dtmf', 'speech'],
        action,
        numDigits: 1,
        timeout: 8,
        language: 'en-US',
        speechTimeout: '3',
        maxSpeechTime: 60,
        actionOnEmptyResult: true,
      });
      gather.say({ language: 'en-US' }, 'What is it?');
      gather.say({ language: 'zh-CN' }, '中文请按8。');
    });
  });

  it('of the last question ends the call by itself', () => {
    isWhatTheBuilderMakes(twiml.step(stepWith(act('filed'), ['幺']), line), (response) => {
      response
        .gather({ input: ['dtmf'], action, numDigits: 1, timeout: 5, actionOnEmptyResult: false })
        .say({ language: 'zh-CN' }, '幺');
      response.say({ language: 'zh-CN' }, '再见。');
      response.hangup();
    });
  });

  it('of a message asks on when nothing was recorded', () => {
    isWhatTheBuilderMakes(twiml.step(stepWith(act('record'), ['请留言']), line), (response) => {
      response.say({ language: 'zh-CN' }, '请留言');
      response.record({ action, maxLength: 180, timeout: 8, finishOnKey: '#09', playBeep: true });
      response.redirect({ method: 'POST' }, action);
    });
  });

  it.each(desks)('of a call to the desk %o rings it, or waits for it', (desk) => {
    isWhatTheBuilderMakes(twiml.step(stepWith(act('agent'), ['请稍候']), { ...line, desk }), (response) => {
      response.say({ language: 'zh-CN' }, '请稍候');
      if (!desk) response.redirect({ method: 'POST' }, action);
      else if ('queue' in desk) response.enqueue({ action, waitUrl: line.waiting }, desk.queue);
      else if (desk.number.startsWith('sip:')) response.dial({ action, timeout: 20 }).sip(desk.number);
      else response.dial({ action, timeout: 20 }).number(desk.number);
    });
  });

  it('of an emergency rings its number', () => {
    isWhatTheBuilderMakes(twiml.step(stepWith(act('transfer'), ['转接']), line), (response) => {
      response.say({ language: 'zh-CN' }, '转接');
      response.dial({ action, timeout: 30 }).number('119');
    });
  });

  it('of a step that the recording begins with begins it before anything else', () => {
    isWhatTheBuilderMakes(twiml.step(stepWith(act('hang-up'), [], { recordsCall: true }), line), (response) => {
      response.start().recording({ recordingStatusCallback: line.recorded, recordingStatusCallbackEvent: ['completed'] });
      response.hangup();
    });
  });

  it('of a failure holds the line, takes a message or ends the call', () => {
    const words = catalogueOf('zh');
    isWhatTheBuilderMakes(twiml.hold(action, 'zh'), (response) => {
      response.say({ language: 'zh-CN' }, words.oneMoment);
      response.pause({ length: 2 });
      response.redirect({ method: 'POST' }, action);
    });
    isWhatTheBuilderMakes(twiml.takeMessage(action, 'zh'), (response) => {
      response.say({ language: 'zh-CN' }, words.leaveMessageNow);
      response.record({ action, maxLength: 180, timeout: 8, finishOnKey: '#', playBeep: true });
      response.redirect({ method: 'POST' }, action);
    });
    isWhatTheBuilderMakes(twiml.sayAndHangUp('Goodbye.', 'en'), (response) => {
      response.say({ language: 'en-US' }, 'Goodbye.');
      response.hangup();
    });
  });

  it('of a queue says that it goes on, or leaves it; to news it says nothing', () => {
    isWhatTheBuilderMakes(twiml.stillWaiting('en'), (response) => {
      response.say({ language: 'en-US' }, catalogueOf('en').stillWaiting);
      response.pause({ length: 5 });
    });
    isWhatTheBuilderMakes(twiml.leaveQueue(), (response) => response.leave());
    expect(parser.parse(twiml.nothing())).toEqual(parser.parse('<?xml version="1.0" encoding="UTF-8"?><Response></Response>'));
  });

  it('of every step is well formed', () => {
    for (const [name, step] of steps) {
      for (const desk of desks) expect(XMLValidator.validate(twiml.step(step, { ...line, desk })), name).toBe(true);
    }
  });

  it('is well formed whatever was said, and says it', () => {
    const awkward = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(']]>', '<speak>', '\u0000\ud800', '&#x1F600;', `"'`));
    fc.assert(
      fc.property(fc.array(awkward), (said) => {
        const xml = twiml.step(stepWith({ do: 'hang-up' }, said), line);
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(xml.match(/<[A-Za-z]+/g)).toEqual(['<Response', ...said.map(() => '<Say'), '<Hangup']);
        const hints = twiml.step(
          stepWith({ do: 'gather', digits: 1, seconds: 5, speech: { length: 'word', hints: said } }, said),
          { ...line, action: `https://hotline.example/?${said.join('')}`, desk: { queue: said.join('') } },
        );
        expect(XMLValidator.validate(hints)).toBe(true);
      }),
    );
  });
});
