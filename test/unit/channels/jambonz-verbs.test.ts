import schema from '@jambonz/schema';
import specifications from '@jambonz/verb-specifications';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jambonz } from '#channels/jambonz/verbs.ts';
import type { Act } from '#domain/calls/step.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { acts, desks, line, steps, stepWith } from './steps-of-a-call.ts';

type Verb = { verb: string; [name: string]: unknown };
const logger = { info: () => undefined };

/** The verbs of an answer, once both of the provider's own packages have found nothing wrong with them. */
const verbsIn = (answer: string): Verb[] => {
  const verbs = JSON.parse(answer);
  expect(schema.validateApp(verbs)).toEqual({ valid: true, errors: [] });
  schema.validate(logger, verbs);
  specifications.validate(logger, verbs);
  return verbs;
};
const act = (name: keyof typeof acts): Act => acts[name] ?? { do: 'hang-up' };
const zh = { vendor: 'default', language: 'zh-CN' };
const en = { vendor: 'default', language: 'en-US' };

describe('the verbs of jambonz', () => {
  it('the provider’s packages find fault with what is none', () => {
    expect(() => verbsIn('[{"verb":"gather","input":["dtmf"]}]')).toThrow();
    expect(() => verbsIn('[{"verb":"record"}]')).toThrow();
    expect(() => verbsIn('[]')).toThrow();
  });

  it('of a menu listen while all of the greeting is spoken', () => {
    const say = ['您好。', { text: 'For English press 8.', language: 'en' } as const, '反映问题请按1。', '重听请按9。'];
    expect(verbsIn(jambonz.step(stepWith(act('menu'), say), line))).toEqual([
      {
        verb: 'gather',
        actionHook: line.action,
        input: ['digits', 'speech'],
        timeout: 5,
        numDigits: 1,
        minDigits: 1,
        interDigitTimeout: 5,
        finishOnKey: '#',
        dtmfBargein: true,
        listenDuringPrompt: true,
        bargein: true,
        speechTimeout: 1,
        recognizer: { ...zh, hints: ['查询', '反映'] },
        say: { text: '您好。 For English press 8. 反映问题请按1。 重听请按9。', synthesizer: zh },
      },
    ]);
  });

  it('leave to another voice what theirs can not read, and to a pause what comes before it', () => {
    const say = ['Hello.', { text: '普通话请按8。', language: 'zh' } as const, 'Press 1.'];
    const [hello, other, gather] = verbsIn(jambonz.step(stepWith(act('menu'), say, { language: 'en' }), line));
    expect([hello, other]).toEqual([
      { verb: 'say', text: 'Hello.', synthesizer: en },
      { verb: 'say', text: '普通话请按8。', synthesizer: zh },
    ]);
    expect(gather).toMatchObject({ verb: 'gather', say: { text: 'Press 1.', synthesizer: en } });
  });

  it('of a story leave time to think, and of a ticket’s number take twelve digits', () => {
    expect(verbsIn(jambonz.step(stepWith(act('number'), ['Which?'], { language: 'en' }), line))).toEqual([
      {
        verb: 'gather',
        actionHook: line.action,
        input: ['digits', 'speech'],
        timeout: 8,
        numDigits: 12,
        minDigits: 1,
        interDigitTimeout: 5,
        finishOnKey: '#',
        dtmfBargein: true,
        listenDuringPrompt: true,
        bargein: true,
        speechTimeout: 3,
        recognizer: { ...en, asrTimeout: 3 },
        say: { text: 'Which?', synthesizer: en },
      },
    ]);
  });

  it('of the last question hear keys only', () => {
    const say = ['编号是：', { pause: 1 }, '重听请按9。'];
    const [first, pause, gather] = verbsIn(jambonz.step(stepWith(act('filed'), say), line));
    expect([first, pause]).toEqual([
      { verb: 'say', text: '编号是：', synthesizer: zh },
      { verb: 'pause', length: 1 },
    ]);
    expect(gather).toMatchObject({ verb: 'gather', input: ['digits'], say: { text: '重听请按9。', synthesizer: zh } });
    expect(gather).not.toHaveProperty('recognizer');
  });

  it('of a message record the call, sound a tone, and listen until it is over', () => {
    const recording = { verb: 'config', record: { action: 'startCallRecording', type: 'cloud' } };
    const listening = {
      verb: 'gather',
      actionHook: `${line.action}&message=yes`,
      input: ['digits', 'speech'],
      timeout: 8,
      numDigits: 1,
      finishOnKey: '#',
      recognizer: { ...zh, asrTimeout: 3 },
    };
    const taken = verbsIn(jambonz.step(stepWith(act('record'), ['请留言'], { recordsCall: true }), line));
    expect(taken).toEqual([
      recording,
      { verb: 'say', text: '请留言', synthesizer: zh },
      recording,
      { verb: 'play', url: 'tone_stream://%(500,0,800)' },
      expect.objectContaining(listening),
    ]);
    const fallback = verbsIn(jambonz.takeMessage(line.action, 'zh'));
    expect(fallback).toEqual([{ verb: 'say', text: catalogueOf('zh').leaveMessageNow, synthesizer: zh }, ...taken.slice(2)]);
  });

  it.each(desks)('of a call to the desk %o ring it, or wait for it', (desk) => {
    const [, verb] = verbsIn(jambonz.step(stepWith(act('agent'), ['请稍候']), { ...line, desk }));
    if (!desk) expect(verb).toEqual({ verb: 'redirect', actionHook: line.action });
    else if ('queue' in desk) {
      expect(verb).toEqual({ verb: 'enqueue', name: desk.queue, actionHook: line.action, waitHook: line.waiting });
    } else {
      const { number } = desk;
      const target = number.startsWith('sip:') ? { type: 'sip', sipUri: number } : { type: 'phone', number };
      expect(verb).toEqual({ verb: 'dial', target: [target], actionHook: line.action, timeout: 20 });
    }
  });

  it('of an emergency ring its number, and of the end hang up', () => {
    expect(verbsIn(jambonz.step(stepWith(act('transfer'), []), line))).toEqual([
      { verb: 'dial', target: [{ type: 'phone', number: '119' }], actionHook: line.action, timeout: 30 },
    ]);
    expect(verbsIn(jambonz.step(stepWith(act('hang-up'), []), line))).toEqual([{ verb: 'hangup' }]);
  });

  it('of a failure hold the line or end the call; of a queue say that it goes on, or leave it', () => {
    const words = catalogueOf('en');
    expect(verbsIn(jambonz.hold(line.action, 'en'))).toEqual([
      { verb: 'say', text: words.oneMoment, synthesizer: en },
      { verb: 'pause', length: 2 },
      { verb: 'redirect', actionHook: line.action },
    ]);
    expect(verbsIn(jambonz.sayAndHangUp('再见。', 'zh'))).toEqual([
      { verb: 'say', text: '再见。', synthesizer: zh },
      { verb: 'hangup' },
    ]);
    expect(verbsIn(jambonz.stillWaiting('en')).map(({ verb }) => verb)).toEqual(['say', 'pause']);
    expect(verbsIn(jambonz.leaveQueue())).toEqual([{ verb: 'leave' }]);
  });

  it('to news are none: jambonz does nothing with an answer to those', () => {
    expect(JSON.parse(jambonz.nothing())).toEqual([]);
  });

  it('of every step are accepted', () => {
    for (const [, step] of steps) for (const desk of desks) verbsIn(jambonz.step(step, { ...line, desk }));
  });

  it('are accepted whatever was said, and hold it as plain text', () => {
    const awkward = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(']]>', '<speak>hi</speak>', '\u0000\ud800', `"'\\`));
    fc.assert(
      fc.property(fc.array(awkward), (said) => {
        const speech = { length: 'word', hints: said } as const;
        const verbs = verbsIn(jambonz.step(stepWith({ do: 'gather', digits: 1, seconds: 5, speech }, said), line));
        expect(verbs).toHaveLength(1);
        const texts = [jambonz.step(stepWith({ do: 'hang-up' }, said), line), JSON.stringify(verbs[0]?.say ?? {})];
        for (const text of texts) expect(text).not.toMatch(/[<>]|\\u(d[89a-f]|00)/i);
      }),
    );
  });
});
