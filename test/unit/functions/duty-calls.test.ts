import { describe, expect, it } from 'vitest';
import { dutyHotline } from './duty-hotline.ts';
import { keys, silence } from './telephone-line.ts';

describe('an urgent ticket', () => {
  it('is taken once, though every webhook comes twice and a second one of duty presses 1 too', async () => {
    const { open, run, pass, telephony, send, pickUp, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    pass(5);
    await run();
    const { to: To = '', answerUrl = '' } = telephony.rung[0] ?? {};
    const about = { To, CallStatus: 'in-progress' };
    const told = await Promise.all([send(answerUrl, 'CA000000001', about), send(answerUrl, 'CA000000001', about)]);
    const action = told[0]?.action ?? '';
    await Promise.all([1, 2, 3].map(() => send(action, 'CA000000001', { ...about, ...keys('1') })));
    expect(await history(number)).toEqual([
      'duty-rung 1 供水抢修值班员',
      'duty-rung 2 供水值班领导',
      'duty-taken 1 供水抢修值班员',
    ]);
    const [late] = await pickUp(1);
    expect(late?.said).toContain('已经有人接办');
  });

  it('that is confidential is told by number and place alone', async () => {
    const { open, run, pass, pickUp, telephony } = dutyHotline();
    await open({ confidential: true });
    pass(1);
    await run();
    const [asked] = await pickUp(0);
    expect(asked?.said).toContain('齐园小区');
    expect(telephony.texts[0]?.words).toContain('齐园小区');
    expect(JSON.stringify([asked, telephony.texts])).not.toMatch(/配电箱|火花/);
  });
});

describe('a call to who is on duty', () => {
  it('tells all of it again to who was not ready, or presses 9', async () => {
    const { open, run, pass, pickUp, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    const told = await pickUp(0, silence, keys('9'), keys('5'), keys('1'));
    for (const { said } of told.slice(0, 4)) expect(said).toContain('齐园小区3号楼');
    expect((await history(number)).at(-1)).toBe('duty-taken 1 供水抢修值班员');
  });

  it('to nobody we rang takes nothing', async () => {
    const { open, run, pass, send, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    const { said } = await send(`https://hotline.example/voice/twilio?duty=${number}-7`, 'CA000000002', {
      CallStatus: 'in-progress',
    });
    expect(said).toContain('已经有人接办');
    expect(await history(number)).toEqual(['duty-rung 1 供水抢修值班员']);
  });
});
