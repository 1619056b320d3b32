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

  it('that is confidential is told and texted by number and area alone', async () => {
    const { open, run, pass, pickUp, telephony } = dutyHotline();
    await open({ confidential: true });
    pass(1);
    await run();
    const [asked] = await pickUp(0);
    expect(asked?.said).toContain('齐都镇');
    expect(asked?.said).not.toContain('齐园小区');
    expect(telephony.texts[0]?.words).toContain('地点：齐都镇。内容保密');
    expect(telephony.texts[0]?.words).not.toContain('齐园小区');
    expect(JSON.stringify([asked, telephony.texts])).not.toMatch(/配电箱|火花/);
  });
});

describe('a text to who is on duty', () => {
  it('says of a place what finds it, and not all that somebody wrote there', async () => {
    const { open, run, pass, pickUp, telephony } = dutyHotline();
    await open({ place: '齐园小区3号楼2单元401，房主张建国，身份证370305199001011234，电话打不通' });
    pass(1);
    await run();
    expect(telephony.texts[0]?.words).toContain('地点：齐都镇齐园小区3号楼2单元401。');
    const [asked] = await pickUp(0);
    expect(asked?.said).toContain('房主张建国');
  });

  it('cuts a place that has no end by whole signs', async () => {
    const { open, run, pass, telephony } = dutyHotline();
    await open({ place: '🔥'.repeat(50) });
    pass(1);
    await run();
    expect(telephony.texts[0]?.words).toMatch(/地点：齐都镇(?:🔥){20}。/u);
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

  it('is over when nothing was pressed three times, and what is said in it is nobody’s matter', async () => {
    const { open, run, pass, pickUp, tickets } = dutyHotline();
    await open();
    pass(1);
    await run();
    const last = (await pickUp(0, silence, silence, silence)).at(-1);
    expect([last?.action, last?.said]).toEqual([undefined, '感谢您的来电，再见。']);
    await pickUp(0, { SpeechResult: '我家着火了' });
    expect(tickets.allTickets()).toHaveLength(1);
  });

  it('does not promise the ticket to who presses 1 when somebody else has it by then', async () => {
    const { open, run, pass, telephony, send, pickUp, history } = dutyHotline();
    const number = await open();
    for (const minutes of [1, 5]) {
      pass(minutes);
      await run();
    }
    const about = { To: telephony.rung[0]?.to ?? '', CallStatus: 'in-progress' };
    const { action = '' } = await send(telephony.rung[0]?.answerUrl ?? '', 'CA000000003', about);
    await pickUp(1, keys('1'));
    const { said } = await send(action, 'CA000000003', { ...about, ...keys('1') });
    expect(said).toContain('已经有人接办');
    expect((await history(number)).filter((line) => line.startsWith('duty-taken'))).toEqual(['duty-taken 2 供水值班领导']);
  });

  it('promises the ticket to one of two who press 1 at the same moment; the other learns who has it', async () => {
    const { open, run, pass, telephony, send, history } = dutyHotline();
    const number = await open();
    for (const minutes of [1, 5]) {
      pass(minutes);
      await run();
    }
    const asked = await Promise.all(
      telephony.rung.map(async ({ to: To, answerUrl }, place) => {
        const about = { To, CallStatus: 'in-progress' };
        const callSid = `CA00000001${place}`;
        return { about, callSid, action: (await send(answerUrl, callSid, about)).action ?? '' };
      }),
    );
    const press = () => Promise.all(asked.map(({ about, callSid, action }) => send(action, callSid, { ...about, ...keys('1') })));
    const told = (await press()).map(({ said }) => said);
    const [taken] = (await history(number)).filter((line) => line.startsWith('duty-taken'));
    const [winner, loser] = taken === 'duty-taken 1 供水抢修值班员' ? [0, 1] : [1, 0];
    expect(told[winner]).toContain('已记录由您接办');
    expect(told[loser]).toContain(`已经有人接办：${['供水抢修值班员', '供水值班领导'][winner]}`);
    // What is delivered again is told the same.
    expect((await press()).map(({ said }) => said)).toEqual(told);
  });

  it.each<[string, (hotline: ReturnType<typeof dutyHotline>, number: string) => Promise<unknown>, string]>([
    ['accepted', ({ does, asWater }, number) => does(number, { action: 'accept' }, asWater), '承办单位已经签收这件事'],
    [
      'withdrawn',
      ({ does }, number) => does(number, { action: 'withdraw' }, { role: 'resident', id: 'li' }),
      '反映人已经撤回这件事',
    ],
    [
      'corrected',
      ({ does }, number) => does(number, { action: 'correct', danger: 'none', urgent: false, reason: 'x' }, { role: 'agent' }),
      '这件事现在不用您处理了',
    ],
  ])('says what is true of a ticket that was %s while the telephone rang', async (_, happens, words) => {
    const hotline = dutyHotline();
    const number = await hotline.open({ reporterKey: 'user:li' });
    hotline.pass(1);
    await hotline.run();
    const { to: To = '', answerUrl = '' } = hotline.telephony.rung[0] ?? {};
    const about = { To, CallStatus: 'in-progress' };
    const { action = '' } = await hotline.send(answerUrl, 'CA000000021', about);
    await happens(hotline, number);
    const pressed = await hotline.send(action, 'CA000000021', { ...about, ...keys('1') });
    expect(pressed.said).toContain(words);
    const [late] = await hotline.pickUp(0);
    expect(late?.said).toContain(words);
    expect(late?.said).not.toContain('有人接办');
  });

  it('to who has it already says so', async () => {
    const { open, run, pass, pickUp } = dutyHotline();
    await open();
    pass(1);
    await run();
    await pickUp(0, keys('1'));
    expect((await pickUp(0))[0]?.said).toContain('已记录由您接办这件事');
  });

  it('that finds no table is parked for nobody; 1 that is carried along takes the ticket when the table is back', async () => {
    const { open, run, pass, telephony, send, away, parked, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    const about = { To: telephony.rung[0]?.to ?? '', CallStatus: 'in-progress' };
    const { action = '' } = await send(telephony.rung[0]?.answerUrl ?? '', 'CA000000004', about);
    away(true);
    const first = await send(action, 'CA000000004', { ...about, ...keys('1') });
    expect(first.action).toContain('Digits=1');
    const second = await send(first.action ?? '', 'CA000000004', about);
    const third = await send(second.action ?? '', 'CA000000004', about);
    expect([third.action, third.said]).toEqual([undefined, expect.stringContaining('系统暂时不能办理')]);
    away(false);
    const again = await send(first.action ?? '', 'CA000000004', about);
    expect(again.said).toContain('已记录由您接办');
    expect([parked, await history(number)]).toEqual([[], ['duty-rung 1 供水抢修值班员', 'duty-taken 1 供水抢修值班员']]);
  });

  it('to nobody we rang takes nothing', async () => {
    const { open, run, pass, send, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    const { said } = await send(`https://hotline.example/voice/twilio?duty=${number}-7`, 'CA000000002', {
      CallStatus: 'in-progress',
    });
    expect(said).toContain('这件事现在不用您处理了');
    expect(await history(number)).toEqual(['duty-rung 1 供水抢修值班员']);
  });
});
