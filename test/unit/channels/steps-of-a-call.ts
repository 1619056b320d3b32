import type { Line } from '#channels/heard.ts';
import type { Language } from '#domain/calls/spoken-number.ts';
import type { Act, Step } from '#domain/calls/step.ts';
import type { Utterance } from '#domain/calls/utterance.ts';

const door = 'https://hotline.example/voice/x';

/** Where a step of a call is answered, without a desk. */
export const line: Line = {
  action: `${door}?step=3&rates=LZ261123048212`,
  waiting: `${door}?waiting=yes`,
  recorded: `${door}?recorded=yes`,
};

/** Every kind of desk. */
export const desks: Line['desk'][] = [
  undefined,
  { number: '+8610000000099' },
  { number: 'sip:desk@pbx.example' },
  { queue: 'desk & friends' },
];

/** Everything that a step can do. */
export const acts: Record<string, Act> = {
  greeting: { do: 'gather', digits: 1, seconds: 2, speech: { length: 'word', hints: ['自助', 'self service'] } },
  menu: { do: 'gather', digits: 1, seconds: 5, speech: { length: 'word', hints: ['查询', '反映'] } },
  'no hints': { do: 'gather', digits: 1, seconds: 5, speech: { length: 'word', hints: [] } },
  story: { do: 'gather', digits: 1, seconds: 8, speech: { length: 'story' } },
  number: { do: 'gather', digits: 12, seconds: 8, speech: { length: 'story' } },
  filed: { do: 'gather', digits: 1, seconds: 5, otherwise: ['再见。'] },
  record: { do: 'record', seconds: 180 },
  agent: { do: 'agent', seconds: 20 },
  transfer: { do: 'transfer', number: '119' },
  'hang-up': { do: 'hang-up' },
};

/** Utterances of all sorts. */
export const utterances: Utterance[][] = [
  [],
  ['反映问题请按1，"重听" & <再听> 请按9。'],
  ['您好。', { text: 'For English press 8.', language: 'en' }, '请说。'],
  ['编号是：', '二六幺幺', { pause: 1 }, '二三', { pause: 1 }, '重听请按9。'],
  [{ text: '中文请按8。', language: 'zh' }],
  ['等一下', { pause: 30 }],
];

/** A step that does one thing. */
export const stepWith = (act: Act, say: Utterance[], more: Partial<Step> = {}): Step => ({
  question: 'menu',
  language: 'zh',
  say,
  act,
  recordsCall: false,
  ...more,
});

const languages: Language[] = ['zh', 'en'];

/** Every act with every sort of utterance, in both languages, and with the beginning of a recording. */
export const steps: [name: string, step: Step][] = Object.entries(acts).flatMap(([name, act]) =>
  languages.flatMap((language) =>
    utterances.flatMap((say, n) =>
      [false, true].map((recordsCall): [string, Step] => [
        `${name} ${language} ${n}${recordsCall ? ' recorded' : ''}`,
        stepWith(act, say, { language, recordsCall }),
      ]),
    ),
  ),
);
