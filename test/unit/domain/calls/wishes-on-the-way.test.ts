import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intakeOf } from '#domain/calls/matter-of-call.ts';
import { call, heard, linzi, NIGHT } from './call-in-linzi.ts';

const NOBODY = { phone: undefined, recording: undefined };
const told = (...said: string[]) => call([NIGHT, ...said.map((speech) => ({ speech }))]);
const filed = (...said: string[]) => intakeOf(told(...said), linzi, NOBODY);

const MATTER = '举报饭店偷排污水';
const WISHES = [
  '别说是我说的',
  '你们得给我保密啊',
  '请给我保密',
  '可别告诉村里是我说的',
  '千万别透露我的名字',
  '可别让我邻居知道',
];
/** Where a wish is said; the confirmation follows with a plain yes. */
const WAYS: Record<string, (wish: string) => string[]> = {
  'with the matter': (wish) => [`${MATTER} ${wish}`, '齐都镇西关村村口'],
  'with the matter, after a sign': (wish) => [`${MATTER}，${wish}`, '齐都镇西关村村口'],
  'beside the area': (wish) => [MATTER, `齐都镇西关村村口 ${wish}`],
  'beside the town': (wish) => [MATTER, `齐都镇，${wish}`, '村口'],
  'beside the place': (wish) => [MATTER, '齐都镇', `村口 ${wish}`],
  'beside the place without a pause': (wish) => [MATTER, '齐都镇', `村口${wish}`],
  'instead of the area': (wish) => [MATTER, wish, '齐都镇西关村村口'],
  'instead of the place': (wish) => [MATTER, '齐都镇', wish, '村口'],
  'where it is asked whether to drop it': (wish) => [MATTER, '齐都镇西关村村口', '算了不报了', `要是能保密我就报，${wish}`],
};

describe('a wish not to be known that is said before the confirmation', () => {
  it.each(Object.entries(WAYS))('counts %s, and is no part of the place', (_, way) => {
    fc.assert(
      fc.property(fc.constantFrom(...WISHES), (wish) => {
        const ticket = filed(...way(wish), '对');
        expect(ticket).toMatchObject({ confidential: true, place: '村口' });
        expect(heard(told(...way(wish)))).toContain('按保密办理');
      }),
    );
  });

  it('is anonymous where that is what is wished', () => {
    expect(filed(`${MATTER} 我要匿名`, '齐都镇西关村村口', '对')).toMatchObject({ anonymous: true });
    expect(heard(told(`${MATTER} 我要匿名`, '齐都镇西关村村口'))).toContain('按匿名办理');
  });

  it('ends where it is taken back', () => {
    expect(filed(`${MATTER} 给我保密`, '齐都镇西关村村口', '不用保密')).not.toHaveProperty('confidential');
    expect(told(`${MATTER} 给我保密`, '齐都镇西关村村口', '不用保密了，我实名').confidential).toBeUndefined();
    expect(filed(`${MATTER} 给我保密`, '齐都镇西关村村口，不用保密了', '对')).not.toHaveProperty('confidential');
  });

  it('keeps a matter that was nearly dropped', () => {
    expect(told(MATTER, '齐都镇西关村村口', '算了不报了', '要是能保密我就报')).toMatchObject({
      question: 'confirm',
      confidential: true,
      matter: MATTER,
    });
  });

  it('is no word of danger, nor a doubt', () => {
    expect(told('好像有煤气味', '没有 你给我保密')).toMatchObject({
      alarm: undefined,
      confidential: true,
      matter: '好像有煤气味',
    });
  });

  it.each(['我们单位泄露我的电话', '老板给我穿小鞋', '邻居老找我麻烦'])('is not the matter itself: %s', (matter) =>
    expect(filed(matter, '齐都镇西关村村口', '对')).not.toHaveProperty('confidential'),
  );
});
