import { describe, expect, it } from 'vitest';
import { intakeOf, intakeOfCutOff } from '#domain/calls/matter-of-call.ts';
import { call, heard, linzi, MATTER, NIGHT } from './call-in-linzi.ts';

const NOBODY = { phone: undefined, recording: undefined };
const answers = (said: string[]) => said.map((one) => (one === '1' ? { digits: one } : { speech: one }));
const sealed = (...said: string[]) => intakeOf(call([NIGHT, ...answers(said)]), linzi, NOBODY)?.confidential;

describe('a wish not to be known', () => {
  it.each([
    ['in the breath of the danger', ['齐都镇西关村有人在打老婆，别说是我报的']],
    ['beside the doubt', ['好像有煤气味，别说是我', '是的，快来']],
    ['with the yes that makes it a danger', ['好像有煤气味', '是的，别说是我报的']],
    ['at the matter, before the danger', ['1', '我要举报村主任贪污，请给我保密', '齐都镇', '有人拿刀要砍我快来人']],
    ['beside the danger at another question', ['1', '我要举报村主任贪污', '齐都镇', '别说是我，有人拿刀要砍我快来人']],
    ['once it was denied before', ['好像有煤气味，不用保密', '是的，别说是我报的']],
  ])('counts %s, as nobody is asked at a confirmation', (_, said) => {
    expect(sealed(...said)).toBe(true);
  });

  it('is anonymous where that is what is wished, and nothing where it is taken back', () => {
    const wished = call([NIGHT, { speech: '有人在打老婆，我要匿名' }]);
    expect(intakeOf(wished, linzi, NOBODY)).toMatchObject({ urgent: true, anonymous: true });
    expect(sealed('好像有煤气味，请保密', '是的，不用保密')).toBeUndefined();
  });

  it('counts in a call that is cut off before the confirmation', () => {
    const cutOff = call([NIGHT, { digits: '1' }, { speech: '我要举报村主任贪污，请给我保密' }]);
    expect(intakeOfCutOff(cutOff, linzi, NOBODY)).toMatchObject({ confidential: true });
  });

  it('counts in one that is taken as it was said', () => {
    const told = [NIGHT, { digits: '1' }, { speech: '邻居太吵，请保密' }, { speech: '齐都镇' }, { speech: '村口' }, {}, {}, {}];
    expect(intakeOf(call(told), linzi, NOBODY)).toMatchObject({ confidential: true });
  });

  it('is not asked for again at the confirmation', () => {
    const asked = call([NIGHT, { digits: '1' }, { speech: '邻居太吵，请保密' }, { speech: '齐都镇' }, { speech: '村口' }]);
    expect([asked.question, asked.confidential]).toEqual(['confirm', true]);
    expect(heard(asked)).toContain('按保密办理，对按1');
    expect(heard(asked)).not.toContain('按3');
    expect(intakeOfCutOff(call([NIGHT, MATTER]), linzi, NOBODY)).not.toHaveProperty('confidential');
  });
});
