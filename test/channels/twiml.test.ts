import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import type { Act, Step } from '../../shared/channels/voice/step.ts';
import { holdTwiml, outOfOrderTwiml, twimlOf } from '../../shared/channels/voice/twiml.ts';

const { VoiceResponse } = twilio.twiml;
const action = 'https://hotline.example/voice/twilio?step=3&x=y';

const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, parseTagValue: false, trimValues: false },
});
/** The document as a tree, whichever way its signs were escaped and its attributes ordered. */
const tree = (xml: string): unknown => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml.replaceAll('&apos;', "'").replaceAll('&quot;', '"'));
};
const stepWith = (act: Act, ...say: Step['say']): Step => ({ question: 'menu', say, act });

describe('TwiML', () => {
  it('of a menu is what the provider’s own builder makes', () => {
    const built = new VoiceResponse();
    const gather = built.gather({
      ...{ input: ['dtmf', 'speech'], action, numDigits: 1, timeout: 5, language: 'cmn-Hans-CN' },
      ...{ speechTimeout: 'auto', hints: '查询,反映', actionOnEmptyResult: true },
    });
    gather.say({ language: 'zh-CN' }, '反映问题请按1，"重听" & <再听> 请按9。');
    gather.pause({ length: 1 });
    const act: Act = { do: 'gather', digits: 1, seconds: 5, speech: { length: 'word', hints: ['查询', '反映'] } };
    const ours = twimlOf(stepWith(act, '反映问题请按1，"重听" & <再听> 请按9。', { pause: 1 }), { action, language: 'zh' });
    expect(tree(ours)).toEqual(tree(built.toString()));
  });

  it('of a story leaves time to think, in the language of the district', () => {
    const built = new VoiceResponse();
    const gather = built.gather({
      ...{ input: ['dtmf', 'speech'], action, numDigits: 1, timeout: 8, language: 'en-US' },
      ...{ speechTimeout: '3', maxSpeechTime: 60, actionOnEmptyResult: true },
    });
    gather.say({ language: 'en-US' }, 'What is it?');
    const act: Act = { do: 'gather', digits: 1, seconds: 8, speech: { length: 'story' } };
    expect(tree(twimlOf(stepWith(act, 'What is it?'), { action, language: 'en' }))).toEqual(tree(built.toString()));
  });

  it('of the last question ends the call by itself', () => {
    const built = new VoiceResponse();
    built
      .gather({ input: ['dtmf'], action, numDigits: 1, timeout: 5, actionOnEmptyResult: false })
      .say({ language: 'zh-CN' }, '幺');
    built.say({ language: 'zh-CN' }, '再见。');
    built.hangup();
    const act: Act = { do: 'gather', digits: 1, seconds: 5, otherwise: ['再见。'] };
    expect(tree(twimlOf(stepWith(act, '幺'), { action, language: 'zh' }))).toEqual(tree(built.toString()));
  });

  it('of a message asks on when nothing was recorded', () => {
    const built = new VoiceResponse();
    built.say({ language: 'zh-CN' }, '请留言');
    built.record({ action, maxLength: 180, timeout: 8, finishOnKey: '#09', playBeep: true });
    built.redirect({ method: 'POST' }, action);
    expect(tree(twimlOf(stepWith({ do: 'record', seconds: 180 }, '请留言'), { action, language: 'zh' }))).toEqual(
      tree(built.toString()),
    );
  });

  it.each(['+865337180000', 'sip:desk@pbx.example'])('of a call to the desk rings %s', (agentNumber) => {
    const built = new VoiceResponse();
    built.say({ language: 'zh-CN' }, '请稍候');
    const dial = built.dial({ action, timeout: 20 });
    if (agentNumber.startsWith('sip:')) dial.sip(agentNumber);
    else dial.number(agentNumber);
    expect(tree(twimlOf(stepWith({ do: 'dial' }, '请稍候'), { action, language: 'zh', agentNumber }))).toEqual(
      tree(built.toString()),
    );
  });

  it('of a failure holds the line or ends the call', () => {
    const held = new VoiceResponse();
    held.say({ language: 'zh-CN' }, '对不起，请稍等。');
    held.pause({ length: 2 });
    held.redirect({ method: 'POST' }, action);
    expect(tree(holdTwiml(action, 'zh'))).toEqual(tree(held.toString()));
    expect(outOfOrderTwiml('en')).toMatch(/Goodbye\.<\/Say><Hangup\/><\/Response>$/);
  });

  it('is well formed whatever was said, and says it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const xml = twimlOf(stepWith({ do: 'hang-up' }, said), { action, language: 'zh' });
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(xml.match(/<[A-Za-z]+/g)).toEqual(['<Response', '<Say', '<Hangup']);
      }),
    );
  });
});
