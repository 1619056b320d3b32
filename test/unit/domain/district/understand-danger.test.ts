import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const { district: linzi } = readDistrict('config/linzi');
const { district: example } = readDistrict('config/example');
const { danger: rules } = linzi;
const wordless = { ...linzi, danger: { ...rules, model: undefined } };

const isChinese = (word: string): boolean => /^\p{Script=Han}+$/u.test(word);
const words = rules.dangers.flatMap((danger) => danger.words).filter(isChinese);
const ownLife = (rules.selfHarm?.words ?? []).filter(isChinese);
const spoken = (text: string) => understandDanger(linzi, text, 'spoken');
const written = (text: string) => understandDanger(linzi, text, 'written');

/** Sentences that say nothing of danger, nor of a time or place other than here and now. */
const harmless = fc.constantFrom('你好', '我是三号楼的', '我姓王', '你们在听吗', '我家在二楼', '小区叫什么来着', '麻烦你了');
const story = fc.array(harmless, { maxLength: 5 }).map((sentences) => sentences.map((sentence) => `${sentence}。`).join(''));

describe('people in danger', () => {
  it.each([
    ['俺老伴一下子倒地上了怎么叫也不应声', '120'],
    ['楼顶上站着个人要往下跳', '110'],
    ['有人在撬我家门', '110'],
    ['嘴唇都紫了', '120'],
    ['吞了一整瓶安眠药', '120'],
    ['找火了', '119'],
    ['孩子卡住了', '119'],
    ['I do not want to live any more', '120'],
    ['有人往楼道里泼汽油', '110'],
    ['骑摩托的让车撞飞了', '122'],
  ])('%s: %s', (text, emergencyNumber) => {
    expect(spoken(text)).toMatchObject({ outcome: 'danger', danger: { emergencyNumber } });
  });

  it.each([
    ['紧急！三号楼起火\n我家在五楼，楼道全是烟，下不去，请马上派人来', 'danger'],
    ['求助\n尊敬的领导，我父亲现在被困在塌了的老屋里，请快派人来', 'danger'],
    ['投诉电梯\n我们小区的电梯经常困人，物业不修', 'none'],
    ['关于去年火灾补偿的问题\n去年十月我家着火，房子烧了，至今没有补偿，请领导解决', 'none'],
    ['反映消防通道被占\n一旦着火，消防车进不来，后果不堪设想', 'none'],
    ['建议加强燃气检查\n看到新闻，外地发生了煤气爆炸，希望我区也查一查', 'none'],
  ])('in writing: %s: %s', (text, outcome) => expect(written(text).outcome).toBe(outcome));

  it('stay in danger whatever harmless words stand around theirs', () => {
    fc.assert(
      fc.property(story, fc.constantFrom(...words), story, (before, word, after) => {
        expect(spoken(`${before}${word}。${after}`).outcome).toBe('danger');
      }),
    );
  });

  it('are told whom to ring, and what decided stands in their words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words, ...ownLife), story, (word, after) => {
        const { words: reasons, danger } = spoken(`${word}。${after}`);
        expect(danger?.emergencyNumber).toMatch(/^1\d\d$/);
        expect(reasons.length).toBeGreaterThan(0);
        for (const reason of reasons) expect(word).toContain(reason);
      }),
    );
  });
});

describe('the name of a matter before the words', () => {
  it.each(['自来水没人掉进井里了', '暖气不热死了好几个', '燃气炸了'])('takes no danger away: %s', (text) => {
    expect(spoken(text).outcome).toBe('danger');
  });
});

describe('words of danger in a text that speaks of something else', () => {
  it.each([
    '俺刚才说的那个走丢的老太太找着了在她闺女家呢恁别找了',
    'my phone is dying so quickly, the number of the tax office please',
  ])('are not called danger: %s', (text) => expect(spoken(text).outcome).not.toBe('danger'));

  it.each(['塌方，民工被埋，河滨路管网施工处', '隔壁传来闷响和“别打了”，男孩的声音，持续二十分钟，现在安静了，门缝下有血'])(
    'and calm words of a danger are not passed over: %s',
    (text) => expect(written(text).outcome).not.toBe('none'),
  );
});

describe('a text that says next to nothing', () => {
  const names = linzi.areas.flatMap(({ name, alsoCalled = [] }) => [name, ...alsoCalled]);
  it.each([...names, '三号楼二单元门口', '不知道', '没错', '四号楼停水', '人工', '幺二三', 'yes'])('is no doubt: %s', (text) => {
    expect([spoken(text).outcome, written(text).outcome]).toEqual(['none', 'none']);
  });
});

describe('words that are not sure', () => {
  it.each(['好像有煤气味', '有糊味', '报警器响了'])('are asked about: %s', (text) => {
    expect([spoken(text).outcome, written(text).outcome]).toEqual(['doubt', 'doubt']);
  });

  it('say plainly what they say, wherever it is', () => {
    for (const text of ['太公社区九号楼楼道燃气味很重', '金岭三村有个老人晕倒了', '皇城镇水库有人落水']) {
      expect([text, spoken(text).outcome]).toEqual([text, 'danger']);
    }
  });
});

describe('what is not now, not here, or not so', () => {
  const kinds: [string, (word: string) => string][] = [
    ['past', (word) => `去年我们这儿${word}`],
    ['past, said at the end', (word) => `${word}是三年前的事`],
    ['denied', (word) => `不是${word}`],
    ['feared', (word) => `我担心万一${word}`],
    ['far away', (word) => `新闻里说外地${word}`],
  ];
  /** 快来救火 takes back what stands before it. */
  const nows = rules.cues?.now ?? [];
  const timeless = words.filter((word) => !nows.some((now) => word.includes(now)));
  it.each(kinds)('is no danger: %s', (_, say) => {
    for (const word of timeless) expect([word, spoken(say(word)).outcome]).not.toEqual([word, 'danger']);
  });

  it('is a danger again when it comes back', () => {
    expect(spoken('去年着火了').outcome).not.toBe('danger');
    expect(spoken('去年着过，现在又着火了').outcome).toBe('danger');
  });
});

describe("words that speak of taking one's own life", () => {
  it('are never less than doubt, whatever is said around them', () => {
    const around = fc.constantFrom('', '去年我', '新闻里说', '没有', '经常说');
    const unsaid = ownLife.filter((word) => !word.includes('有人'));
    fc.assert(
      fc.property(fc.constantFrom(...unsaid), around, fc.constantFrom(spoken, written), (word, before, understand) => {
        const { outcome, selfHarm, danger } = understand(`${before}${word}`);
        expect(outcome).not.toBe('none');
        expect({ selfHarm, number: danger?.emergencyNumber }).toEqual({ selfHarm: true, number: '120' });
      }),
    );
  });

  it('are never less than doubt of somebody else either, and name whom to ring', () => {
    const around = fc.constantFrom('去年有人', '万一他', '我妈', '听说有人');
    const anybodys = ownLife.filter((word) => !word.includes('我'));
    fc.assert(
      fc.property(fc.constantFrom(...anybodys), around, fc.constantFrom(spoken, written), (word, before, understand) => {
        const { outcome, selfHarm, danger } = understand(`${before}${word}`);
        expect(outcome).not.toBe('none');
        expect(selfHarm).toBe(false);
        expect(danger?.emergencyNumber).toMatch(/^1[12]0$/);
      }),
    );
  });

  it('but for a phrase in which they mean none', () => expect(spoken('商店喇叭天天喊跳楼价').selfHarm).toBe(false));
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
    fc.array(fc.constantFrom(...words, '\ud83d', '\ude00', '，', '\n', '没有', 'fire')).map((parts) => parts.join('')),
  );

  it('is answered, with few short words that can be kept', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('spoken' as const, 'written' as const), (said, register) => {
        for (const district of [linzi, wordless, example, smallDistrict]) {
          const finding = understandDanger(district, said, register);
          expect(finding.words.length).toBeLessThanOrEqual(10);
          for (const word of finding.words)
            expect({ short: word.length <= 40, kept: word.isWellFormed() }).toEqual({ short: true, kept: true });
          expect(finding.outcome === 'danger' && finding.danger === undefined).toBe(false);
          expect(finding.outcome === 'none' && (finding.words.length > 0 || finding.selfHarm)).toBe(false);
        }
      }),
    );
  });

  it('is understood alike at every call', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(spoken(said)).toEqual(spoken(said));
      }),
    );
  });
});

describe('a district without a model', () => {
  it('goes by its words', () => {
    expect(understandDanger(example, 'Help, my kitchen caught fire', 'spoken').outcome).toBe('danger');
    expect(understandDanger(example, 'I had a car accident two years ago', 'spoken').outcome).toBe('none');
    expect(understandDanger(example, 'I do not want to live', 'written')).toMatchObject({ outcome: 'danger', selfHarm: true });
    expect(understandDanger(wordless, '楼上着火了', 'spoken').outcome).toBe('danger');
  });
});
