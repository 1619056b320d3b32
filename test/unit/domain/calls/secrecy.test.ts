import { describe, expect, it } from 'vitest';
import { secrecyWished } from '#domain/calls/secrecy.ts';
import { SECRECY_EN, SECRECY_ZH } from '#domain/calls/words/secrecy-words.ts';

const inChinese = (said: string) => secrecyWished(SECRECY_ZH, said);
const inEnglish = (said: string) => secrecyWished(SECRECY_EN, said);

describe('a wish to be kept secret', () => {
  it.each([
    '是的，我实名举报，但请给我保密',
    '不用匿名，但请给我保密',
    '实名反映，请为举报人保密',
    '可以实名，但是别让村里知道是我',
    '请给我保密，我是实名举报的',
    '不能不保密',
    '不保密可不行',
    '如果不保密我就不举报了',
    '要是不保密那我就不说了',
    '不保密我可不敢说',
    '别公开我的名字',
    '不要公开我的电话',
  ])('%s: confidential', (said) => expect(inChinese(said)).toBe('confidential'));

  it.each(['不用保密，匿名就行', '不匿名我不敢说', '匿名吧，不用保密', '要是实名我不敢说', '不用留名字', '不匿名不行'])(
    '%s: anonymous',
    (said) => expect(inChinese(said)).toBe('anonymous'),
  );

  it.each(['不用保密', '我实名举报', '不匿名，就写我名字', '没事不用匿名', '实名，不保密也可以'])('%s: open', (said) =>
    expect(inChinese(said)).toBe('open'),
  );

  it.each([
    ['Not anonymous but confidential please', 'confidential'],
    ["If it's not confidential I won't say it", 'confidential'],
    ['It is not confidential', 'open'],
    ['not anonymous', 'open'],
    ['The street lamp is broken', undefined],
  ])('%s: %s', (said, wish) => expect(inEnglish(said)).toBe(wish));
});
