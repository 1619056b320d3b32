import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import { readDistrict } from '#infra/district/read-district.ts';

const { district: linzi } = readDistrict('config/linzi');
const places = linzi.areas.filter(({ level }) => level === 'town' || level === 'community').map(({ name }) => name);
const outcomeOf = (text: string) => understandDanger(linzi, text, 'spoken').outcome;

const DANGERS = ['着火了', '孩子掉井里了', '有人晕倒了', '我不想活了', '闻到一股煤气味', '隔壁打起来了拿着刀', '路上车撞人了'];
const MATTERS = ['路灯不亮了', '垃圾没人收', '自来水停了三天', '想问问医保怎么交', '下水道堵了', '暖气不热'];

describe('the name of a place', () => {
  it('is no danger, nor reason to ask, as an answer to where it is', () => {
    const asked = places.flatMap((name) =>
      [name, `${name}村头`, `${name}东头路南`, `${name}大队门口`, `俺是${name}的`, `就在${name}那个小卖部旁边`].filter(
        (answer) => outcomeOf(answer) !== 'none',
      ),
    );
    expect(asked).toEqual([]);
  });

  it.each(['敬仲镇白兔丘', '皇城镇南羊村', '金岭三村那边'])('is none without its ending, or behind a town: %s', (answer) => {
    expect(outcomeOf(answer)).toBe('none');
  });

  it('before or behind a text raises no danger, and hides none', () => {
    const said = fc.constantFrom(...DANGERS, ...MATTERS);
    fc.assert(
      fc.property(said, fc.constantFrom(...places), fc.constantFrom('，', '。', ' '), (text, place, gap) => {
        const alone = outcomeOf(text);
        expect(outcomeOf(`${place}${gap}${text}`)).toBe(alone);
        expect(outcomeOf(`${text}${gap}${place}`)).toBe(alone);
      }),
      { numRuns: 500 },
    );
  });

  it('takes no word of danger away that begins or ends in it', () => {
    expect(outcomeOf('刘家井着火了')).toBe('danger');
    expect(outcomeOf('西关村有人跳井了')).not.toBe('none');
    expect(outcomeOf('孩子掉进花沟里了')).toBe('danger');
    expect(outcomeOf('车掉进东崖下头了人出不来')).toBe('danger');
  });
});

describe('who threatens to take their life', () => {
  it.each([
    '我站在楼顶上 不给钱我就跳',
    '我在楼顶 不给钱就跳',
    '再不解决我就死给你们看',
    '我在塔吊上 今天不发工资我就从这蹦下去',
    '我就在桥栏杆上 不答应就松手',
    '不给我办低保 我就喝药死给恁看',
    '再不给个说法我一头撞死在政府门口',
    '我在信号塔上呢 谁上来我就松手',
    'pay me or I jump off this bridge',
  ])('is asked, and given the line for that: %s', (text) => {
    expect(understandDanger(linzi, text, 'spoken')).toMatchObject({ selfHarm: true });
  });

  it.each([
    '楼上一到晚上就跳绳',
    '空调一开就跳闸',
    '楼上邻居一跳我家灯就跳',
    '阳台上一开洗衣机电表就跳',
    '一关灯我就跳起来了',
    '路由器一到晚上就死机',
    '楼上小孩天天往下蹦吵得睡不着',
  ])('does not speak of a lamp, a rope or a noise: %s', (text) => expect(outcomeOf(text)).toBe('none'));
});
