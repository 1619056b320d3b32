import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intakeOf, ratingOf } from '#domain/calls/matter-of-call.ts';
import type { Answer, State } from '#domain/calls/state.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { readYesOrNo, type YesOrNo } from '#domain/calls/yes-or-no.ts';
import { call, LANGUAGES, linzi, NIGHT } from './call-in-linzi.ts';

type Asked = 'confirm' | 'danger' | 'solved';
const ASKED = ['confirm', 'danger', 'solved'] as const;
const read = (asked: Asked, speech: string, language: 'zh' | 'en' = 'zh'): YesOrNo => {
  const { heard } = catalogueOf(language);
  return readYesOrNo(heard[asked], heard, speech);
};
const plain = (said: YesOrNo['said']): YesOrNo => ({ said, more: undefined });

/** The matter, the town and the place are known. */
const CONFIRMING: Answer[] = [NIGHT, { digits: '1' }, { speech: '齐都镇西关村路灯不亮' }, { speech: '村口' }];
const IN_ENGLISH: Answer[] = [
  ...[NIGHT, { digits: '8' }, { digits: '1' }, { speech: 'The street light in Qidu Town is broken' }, { speech: 'by the gate' }],
];
const DOUBT: Answer[] = [NIGHT, { digits: '1' }, { speech: '好像有煤气味' }];

describe('the answer to a question of yes or no', () => {
  it.each<[Asked, string]>([
    ['confirm', '对'],
    ['confirm', '对就这些不用别的了'],
    ['confirm', '行了不说了'],
    ['confirm', '嗯，对对对，谢谢'],
    ['confirm', '没错，就是这样。'],
    ['confirm', '中'],
    ['confirm', '管'],
    ['danger', '有啊'],
    ['danger', '是的 有'],
    ['solved', '好了不堵了'],
    ['solved', '修好了'],
    ['solved', '没问题了'],
    ['solved', '嗯'],
  ])('at %s is a plain yes: %s', (asked, speech) => expect(read(asked, speech)).toEqual(plain('yes')));

  it.each<[Asked, string]>([
    ['confirm', '不对不对'],
    ['confirm', '嗯，不对'],
    ['danger', '没有'],
    ['danger', '啊，没有没有'],
    ['danger', '没有人有危险'],
    ['danger', '没人有危险啊'],
    ['danger', '没有啊没事'],
    ['solved', '没有呢'],
    ['solved', '不，没有'],
  ])('at %s is a plain no: %s', (asked, speech) => expect(read(asked, speech)).toEqual(plain('no')));

  it.each<[Asked, string, YesOrNo['said'], string]>([
    ['confirm', '对，别让邻居知道是我告的', 'yes', '别让邻居知道是我告的'],
    ['confirm', '对啊你们可别不管', 'yes', '你们可别不管'],
    ['confirm', '对对 路灯不亮', 'yes', '路灯不亮'],
    ['confirm', '路灯不亮，对', 'yes', '路灯不亮'],
    ['confirm', '不是路灯是井盖', 'no', '路灯是井盖'],
    ['confirm', '还有晚上特别黑', 'neither', '还有晚上特别黑'],
    ['confirm', '对面也不亮', 'neither', '对面也不亮'],
    ['confirm', '好像是西关村', 'neither', '好像是西关村'],
    ['danger', '有，三楼还有两个人', 'yes', '三楼还有两个人'],
    ['danger', '有人在里面', 'yes', '在里面'],
    ['danger', '没有，就是味儿大', 'no', '就是味儿大'],
    ['danger', '没有停一直在打', 'neither', '没有停一直在打'],
    ['danger', '没有反应', 'neither', '没有反应'],
    ['danger', '没人应', 'neither', '没人应'],
    ['danger', '有没有都一样', 'neither', '有没有都一样'],
    ['solved', '解决了，谢谢你们派人来', 'yes', '你们派人来'],
    ['solved', '修好了，可是又坏了', 'no', '修好了，可是又坏了'],
    ['solved', '你谁啊', 'neither', '你谁啊'],
    ['solved', '解决了吗', 'neither', '解决了吗'],
  ])('at %s may say more: %s', (asked, speech, said, more) => {
    const found = read(asked, speech);
    expect(found.said).toBe(said);
    expect(found.more).toContain(more);
  });

  it.each<[Asked, string, YesOrNo['said'], string | undefined]>([
    ['confirm', 'Yes please, thank you.', 'yes', undefined],
    ['confirm', "yes, but don't tell anyone it was me", 'yes', "don't tell anyone it was me"],
    ['confirm', 'No, it is the drain', 'no', 'it is the drain'],
    ['danger', 'No.', 'no', undefined],
    ['danger', 'nobody is in danger', 'no', undefined],
    ['danger', 'no answer from upstairs', 'neither', 'no answer from upstairs'],
    ['danger', 'not breathing', 'neither', 'not breathing'],
    ['danger', 'yes my mother is', 'yes', 'my mother is'],
    ['solved', "that's fixed", 'yes', undefined],
    ['solved', 'who are you', 'neither', 'who are you'],
  ])('at %s is understood in English: %s', (asked, speech, said, more) => {
    const found = read(asked, speech, 'en');
    expect(found.said).toBe(said);
    if (more === undefined) expect(found.more).toBeUndefined();
    else expect(found.more).toContain(more);
  });

  const SENTENCES = {
    zh: ['路灯杆歪了', '晚上特别黑', '三号楼也这样', '他家天天放音响', '面前的井盖翘着', '我妈在家', '给我回个电话', '人太多了'],
    en: ['the lamp is bent', 'it is dark at night', 'my mother lives there', 'call me back', 'the drain smells'],
  };

  it.each(LANGUAGES)('in %s keeps any sentence after any word of yes or no', (language) => {
    const { heard } = catalogueOf(language);
    for (const asked of ASKED) {
      const words = [heard[asked].yes, heard[asked].yesAlone, heard[asked].no, heard[asked].noAlone].flat();
      const glue = language === 'zh' ? ['', '，', ' '] : [' ', ', ', '. '];
      fc.assert(
        fc.property(
          fc.constantFrom(...words),
          fc.constantFrom(...glue),
          fc.constantFrom(...SENTENCES[language]),
          (word, between, sentence) => {
            const { said, more } = read(asked, `${word}${between}${sentence}`, language);
            expect([word, sentence, said, more]).toEqual([word, sentence, said, expect.stringContaining(sentence)]);
          },
        ),
        { numRuns: 500 },
      );
    }
  });

  /** Any signs that are in no word of a catalogue. */
  const known = new Set(JSON.stringify(catalogueOf('zh').heard));
  const sign = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
  const anySentence = fc.string({ unit: sign.filter((one) => !known.has(one)), minLength: 2, maxLength: 20 });

  it('keeps whatever is said after a word of yes or no, in any call', () => {
    const { confirm, danger, particles, anywhere, ...heard } = catalogueOf('zh').heard;
    // A command beside them is one.
    const fillers = heard.fillers.filter((filler) => !anywhere.some(([word]) => filler.includes(word)));
    const said = (words: typeof confirm) =>
      fc
        .tuple(
          fc.array(fc.constantFrom(...fillers), { maxLength: 2 }),
          fc.constantFrom(...words.yes, ...words.yesAlone, ...words.no, ...words.noAlone),
          fc.constantFrom('', '，', ' ', ...particles),
        )
        .map((parts) => parts.flat().join(''));
    const kept = ({ matter = '', place = '' }: State): string => `${matter} ${place}`;
    fc.assert(
      fc.property(said(confirm), said(danger), anySentence, (confirmed, answered, sentence) => {
        expect(kept(call([...CONFIRMING, { speech: confirmed + sentence }]))).toContain(sentence);
        expect(kept(call([...DOUBT, { speech: answered + sentence }]))).toContain(sentence);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(LANGUAGES)('in %s is the same with any fillers around it, in any order', (language) => {
    const { heard } = catalogueOf(language);
    const join = language === 'zh' ? '，' : ', ';
    for (const asked of ASKED) {
      const { yes, yesAlone, no, noAlone, doubtful } = heard[asked];
      // A filler that is an answer itself, or takes a yes away, is none here.
      const mute = heard.fillers.filter((word) => ![...yes, ...yesAlone, ...doubtful].some((one) => word.includes(one)));
      const around = fc.array(fc.constantFrom(...mute), { maxLength: 4 });
      const word = fc.oneof(
        fc.record({ word: fc.constantFrom(...yes, ...yesAlone), said: fc.constant('yes' as const) }),
        fc.record({ word: fc.constantFrom(...no, ...noAlone), said: fc.constant('no' as const) }),
      );
      fc.assert(
        fc.property(around, word, around, (before, { word, said }, after) => {
          const speech = [...before, word, ...after].join(join);
          expect([speech, read(asked, speech, language)]).toEqual([speech, plain(said)]);
        }),
        { numRuns: 500 },
      );
    }
  });
});

describe('what is said beside yes or no', () => {
  it.each([
    ['对啊你们可别不管', '你们可别不管'],
    ['对，还有晚上特别黑', '还有晚上特别黑'],
    ['是的 井盖也翘着', '井盖也翘着'],
  ])('is added to the matter that is filed: %s', (speech, more) => {
    const filed = call([...CONFIRMING, { speech }]);
    expect(filed.question).toBe('filed');
    expect(filed.matter).toBe(`齐都镇西关村路灯不亮；${more}`);
  });

  it('is kept when it is no answer, and read back with the question', () => {
    const asked = call([...CONFIRMING, { speech: '还有晚上特别黑' }]);
    expect(asked).toMatchObject({ question: 'confirm', matter: '齐都镇西关村路灯不亮；还有晚上特别黑' });
    expect(call([...CONFIRMING, { speech: '还有晚上特别黑' }, { speech: '对' }]).question).toBe('filed');
  });

  it('to whether somebody is in danger, keeps the doubt with a no, and the place with a yes', () => {
    expect(call([...DOUBT, { speech: '没有，就是味儿大' }])).toMatchObject({
      question: 'area',
      matter: '好像有煤气味；没有，就是味儿大',
      alarm: { outcome: 'doubt' },
    });
    expect(call([...DOUBT, { speech: '没有' }]).alarm).toBeUndefined();
    expect(call([...DOUBT, { speech: '有，三楼还有两个人' }])).toMatchObject({
      danger: 'gas',
      matter: '好像有煤气味；三楼还有两个人',
    });
    // A cry for help does not say another danger than the one that was asked about.
    expect(call([...DOUBT, { speech: '对啊快来' }])).toMatchObject({ danger: 'gas' });
  });

  it('to whether it is solved, is the comment of the rating', () => {
    const theirs = { number: 'LZ261123048217', found: 'resolved' };
    const rated = call([theirs, { speech: '没有解决，路灯还是不亮' }, { digits: '2' }]);
    expect(ratingOf(rated)?.rating).toEqual({ solved: false, stars: 2, comment: '路灯还是不亮' });
    expect(ratingOf(call([theirs, { speech: '解决了' }, { digits: '5' }]))?.rating).toEqual({ solved: true, stars: 5 });
  });

  it('is not lost to a command that is only a part of it', () => {
    const filed = call([...CONFIRMING, { speech: '对，人工湖那边也不亮' }]);
    expect(filed).toMatchObject({ question: 'filed', matter: '齐都镇西关村路灯不亮；人工湖那边也不亮' });
    expect(call([...CONFIRMING, { speech: '对，转人工' }])).toMatchObject({ question: 'confirm', agentMissed: true });
    // Where it is taken for one, the sentence stays.
    const agent = call([...CONFIRMING, { speech: '对面那边的三盏也不亮，转人工' }]);
    expect(agent).toMatchObject({ agentMissed: true, matter: '齐都镇西关村路灯不亮；对面那边的三盏也不亮，转人工' });
    const lake = call([...CONFIRMING, { speech: '对面人工湖那边的三盏也不亮' }]);
    expect(lake).toMatchObject({ agentMissed: false, matter: '齐都镇西关村路灯不亮；对面人工湖那边的三盏也不亮' });
  });
});

describe('the wish not to be known', () => {
  const confidential = [
    ...['别让人知道是我说的', '不要透露我的名字', '别让邻居知道是我告的', '可别说是我', '保密', '对，别让邻居知道是我告的'],
    ...[
      '请给我保密',
      '千万别告诉物业是我打的',
      '不能让他们知道是谁举报的',
      '我不想让村里知道',
      '能保密吗',
      '怕报复',
      '别跟村干部说',
      '别告诉我家里人',
      '电话别给他们',
      '不用登记我的名字',
      '对别让他知道是我',
    ],
  ];
  it.each(confidential)('seals the ticket, and nothing is asked again: %s', (speech) => {
    const filed = call([...CONFIRMING, { speech }]);
    expect(filed).toMatchObject({ question: 'filed', confidential: true, matter: '齐都镇西关村路灯不亮' });
    expect(intakeOf(filed, linzi, { phone: undefined, recording: undefined })).toMatchObject({ confidential: true });
  });

  it.each(['匿名行不行', '匿名', '我想匿名反映', '对，匿名'])('hides the reporter: %s', (speech) => {
    const filed = call([...CONFIRMING, { speech }]);
    expect(filed.question).toBe('filed');
    expect(intakeOf(filed, linzi, { phone: undefined, recording: undefined })).toMatchObject({ anonymous: true });
  });

  it.each([
    "don't tell anyone it was me",
    'keep my name out of it',
    "don't let my neighbour know",
    'Yes, and please keep it confidential',
    'nobody should know it was me',
  ])('is understood in English: %s', (speech) =>
    expect(call([...IN_ENGLISH, { speech }])).toMatchObject({ question: 'filed', confidential: true }),
  );

  it('hides the reporter in English', () => {
    const filed = call([...IN_ENGLISH, { speech: 'anonymous please' }]);
    expect(filed).toMatchObject({ question: 'filed', anonymous: true });
  });

  it.each([
    '对，晚上特别黑大家都知道',
    '对，特别是晚上人都看不清',
    '不用保密',
    '对',
    '对，你们不要不管',
    '对，就是保密单位门口的路灯',
  ])('is not in: %s', (speech) => {
    const filed = call([...CONFIRMING, { speech }]);
    expect(filed.question).toBe('filed');
    expect([filed.confidential, filed.anonymous]).toEqual([undefined, undefined]);
  });

  it('leaves what is said beside it in the matter', () => {
    const filed = call([...CONFIRMING, { speech: '对，别让邻居知道是我告的，他家的音响也吵' }]);
    expect(filed).toMatchObject({ confidential: true, matter: '齐都镇西关村路灯不亮；他家的音响也吵' });
  });

  it('is not forgotten when somebody must first say that nobody is in danger', () => {
    const asked = call([...CONFIRMING, { speech: '对，别让邻居知道是我告的，他家好像有煤气味' }]);
    expect(asked.question).toBe('in-danger');
    expect(call([...CONFIRMING, { speech: '别让邻居知道是我告的，他家好像有煤气味' }, { speech: '没有' }])).toMatchObject({
      question: 'confirm',
      confidential: true,
    });
  });

  it('stays while the matter is told again', () => {
    const again = call([...CONFIRMING, { speech: '不对，要保密' }]);
    expect(again).toMatchObject({ question: 'matter', confidential: true });
  });
});

describe('an answer that says one word over and over', () => {
  it.each<[string, YesOrNo['said'], string | undefined]>([
    ['不', 'no', undefined],
    ['没有', 'no', undefined],
    ['是', 'yes', undefined],
    ['有，', 'yes', undefined],
  ])('is read as that word: %s', (word, said, more) => expect(read('danger', word.repeat(4000))).toEqual({ said, more }));

  it('is none where it goes on with another word', () => {
    const speech = `${'不'.repeat(4000)}路`;
    expect(read('danger', speech)).toEqual({ said: 'neither', more: speech });
    expect(read('danger', `，${speech}，，`).more).toBe(speech);
  });
});
