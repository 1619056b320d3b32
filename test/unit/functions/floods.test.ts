import { describe, expect, it } from 'vitest';
import { floodedHotline } from './flooded-hotline.ts';
import { keys, PHONE, says } from './telephone-line.ts';

const MANY = 300;
const VICTIM = '+8613800135678';
const LIMITS = { ticketsOfAccount: 5, ticketsOfNumber: 5, textsToNumber: 3, ringsToNumber: 4, texts: 40, rings: 30 };

/** A call that ends in a ticket about this. */
const reporting = (matter: string) => [keys('1'), says(matter), keys('1'), keys('2'), keys('1')];
/** All that stands in tickets. */
const words = (hotline: ReturnType<typeof floodedHotline>): string =>
  hotline.tickets
    .allTickets()
    .map(({ matter, additions }) => [matter, ...additions.map(({ text }) => text)].join('\n'))
    .join('\n');
const most = (counts: readonly number[]): number => Math.max(...counts);

describe('calls without end with the number of one victim', () => {
  it('bring few tickets, texts and rings, and lose no word', async () => {
    const hotline = floodedHotline(LIMITS);
    for (let n = 0; n < MANY; n += 1) await hotline.play(reporting(`第${n}处水管爆了`), { from: VICTIM });
    // Five of the day, and one for each fifty additions.
    expect(hotline.tickets.allTickets().length).toBeLessThanOrEqual(5 + MANY / 25);
    for (let n = 0; n < MANY; n += 1) expect(words(hotline)).toContain(`第${n}处水管爆了`);
    await hotline.sendTexts();
    expect(hotline.telephony.texts).toHaveLength(3);
    await hotline.resolveAll();
    const rings = await hotline.ringFor(10);
    expect(most(rings)).toBe(4);
    expect(rings.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(3 * 4);
    await hotline.sendTexts();
    expect(hotline.telephony.texts.length).toBeLessThanOrEqual(10 * 3);
  });

  it('tell nobody the number of a ticket that another call opened', async () => {
    const hotline = floodedHotline(LIMITS);
    const said: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const told = await hotline.play(reporting(`第${n}处水管爆了`), { from: VICTIM });
      said.push(told.at(-1)?.said ?? '');
    }
    expect(said.map((one) => one.includes('您的工单号是'))).toEqual([true, true, true, true, true, false]);
    expect(said[5]).toContain('已经记下，并入这个号码今天的一张工单');
    expect(said[5]).not.toMatch(/\d{4}|[一二三四五六七八九零]，[一二三四五六七八九零]/);
  });

  it('of danger are all answered, and are one urgent ticket for half an hour', async () => {
    const hotline = floodedHotline(LIMITS);
    for (let n = 0; n < MANY; n += 1) {
      const told = await hotline.play([keys('1'), says('着火了，快来人')], { from: VICTIM });
      expect(told.at(-1)?.said).toContain('幺幺九');
    }
    expect(hotline.urgent()).toHaveLength(1);
    expect(hotline.tickets.allTickets()).toHaveLength(1);
    // Who is in danger may still wish not to be known, and is texted later.
    hotline.pass(10);
    await hotline.sendTexts();
    expect(hotline.telephony.texts).toHaveLength(1);
    hotline.pass(21);
    await hotline.play([keys('1'), says('着火了，快来人')], { from: VICTIM });
    expect(hotline.urgent()).toHaveLength(2);
  });

  it('of danger, each in other words, keep every word', async () => {
    const hotline = floodedHotline(LIMITS);
    for (let n = 0; n < 200; n += 1) await hotline.play([keys('1'), says(`${n}号楼着火了，快来人`)], { from: VICTIM });
    for (let n = 0; n < 200; n += 1) expect(words(hotline)).toContain(`${n}号楼着火了，快来人`);
    expect(hotline.urgent().length).toBeLessThanOrEqual(1 + 200 / 25);
  });

  it('hold back no danger: one that comes when all is used up opens a ticket', async () => {
    const hotline = floodedHotline(LIMITS);
    for (let n = 0; n < 20; n += 1) await hotline.play(reporting(`第${n}处水管爆了`), { from: VICTIM });
    expect(hotline.urgent()).toEqual([]);
    const told = await hotline.play([keys('1'), says('着火了，快来人')], { from: VICTIM });
    expect(told.at(-1)?.said).toContain('幺幺九');
    expect(hotline.urgent()).toMatchObject([{ danger: { outcome: 'danger' }, additions: [] }]);
  });
});

describe('matters without end of one account', () => {
  const matter = (n: number) => ({ matter: `第${n}盏路灯不亮`, contact: { phone: VICTIM } });

  it('are refused above the limit, until the next day, and nothing is written', async () => {
    const hotline = floodedHotline(LIMITS);
    const answers = [];
    for (let n = 0; n < MANY; n += 1) answers.push(await hotline.file('mallory', `flood-key-${n}`, matter(n)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(hotline.tickets.allTickets()).toHaveLength(5);
    expect(hotline.tickets.allEvents()).toHaveLength(5);
    const { status, headers, body } = answers.at(-1) ?? expect.fail();
    // It is half past ten in the morning.
    expect([status, body.code, headers['retry-after']]).toEqual([429, 'too-many-today', String(13.5 * 60 * 60)]);
    // What was taken is answered again, and a day has its own.
    expect(await hotline.file('mallory', 'flood-key-4', matter(4))).toMatchObject({ status: 200, body: { replayed: true } });
    expect((await hotline.file('somebody', 'flood-key-0', matter(0))).status).toBe(201);
    hotline.pass(13.5 * 60);
    expect((await hotline.file('mallory', 'flood-next', matter(0))).status).toBe(201);
  });

  it('ring the number that they name no more than may be', async () => {
    const hotline = floodedHotline({ ...LIMITS, ticketsOfAccount: 1000 });
    for (let n = 0; n < 100; n += 1) await hotline.file('mallory', `flood-key-${n}`, matter(n));
    await hotline.resolveAll();
    await hotline.sendTexts();
    expect(most(await hotline.ringFor(4))).toBeLessThanOrEqual(4);
    await hotline.sendTexts();
    expect(hotline.telephony.texts.length).toBeLessThanOrEqual(4 * 3);
  });

  it('of danger are all answered, join one urgent ticket, and keep every word', async () => {
    const hotline = floodedHotline(LIMITS);
    const answers = [];
    for (let n = 0; n < 40; n += 1)
      answers.push(await hotline.file('mallory', `flood-key-${n}`, { matter: `${n}号楼着火了，快来人` }));
    expect(answers.map(({ status }) => status)).toEqual([201, ...Array(39).fill(200)]);
    expect(new Set(answers.map(({ body }) => body.danger.emergencyNumber))).toEqual(new Set(['119']));
    expect(hotline.urgent()).toHaveLength(1);
    for (let n = 0; n < 40; n += 1) expect(words(hotline)).toContain(`${n}号楼着火了，快来人`);
    expect(answers[39]?.body).toMatchObject({
      replayed: false,
      joined: true,
      ticket: { number: answers[0]?.body.ticket.number },
    });
    // Sent again it is answered in the same way, and adds nothing.
    const again = await hotline.file('mallory', 'flood-key-39', { matter: '39号楼着火了，快来人' });
    expect([again.status, again.body.replayed, hotline.urgent()[0]?.additions.length]).toEqual([200, true, 39]);
  });

  it('of danger with ever other numbers are no more urgent tickets than the limit of a day', async () => {
    const hotline = floodedHotline(LIMITS);
    for (let n = 0; n < 40; n += 1) {
      const phone = `+86138001${String(n).padStart(5, '0')}`;
      expect(
        (await hotline.file('mallory', `flood-key-${n}`, { matter: `${n}号楼着火了`, contact: { phone } })).body.danger,
      ).toBeDefined();
    }
    expect(hotline.urgent()).toHaveLength(5);
    for (let n = 0; n < 40; n += 1) expect(words(hotline)).toContain(`${n}号楼着火了`);
  });

  it('hold back no danger, nor what may be one', async () => {
    const hotline = floodedHotline(LIMITS);
    for (let n = 0; n < 10; n += 1) await hotline.file('mallory', `flood-key-${n}`, matter(n));
    const danger = await hotline.file('mallory', 'in-danger', { matter: '我家着火了' });
    expect([danger.status, danger.body.ticket.urgent, danger.body.danger.emergencyNumber]).toEqual([201, true, '119']);
  });
});

describe('calls without end', () => {
  it.each([
    ['of as many numbers', (n: number) => `+861380${String(n).padStart(7, '0')}`],
    ['of withheld numbers', () => 'anonymous'],
  ])('%s open as many tickets, and bring no more texts and rings than may be in all', async (_, from) => {
    const hotline = floodedHotline(LIMITS);
    const count = 200;
    for (let n = 0; n < count; n += 1) await hotline.play(reporting(`第${n}处水管爆了`), { from: from(n) });
    expect(hotline.tickets.allTickets()).toHaveLength(count);
    const outcomes = await hotline.sendTexts();
    const texts = hotline.telephony.texts.length;
    expect(texts).toBe(from(0) === 'anonymous' ? 0 : 40);
    expect(outcomes.filter((one) => one === 'hotline-had-enough')).toHaveLength(texts === 0 ? 0 : count - 40);
    await hotline.resolveAll();
    const rings = await hotline.ringFor(2);
    expect(most(rings)).toBe(texts === 0 ? 0 : 30);
    const danger = await hotline.play([keys('1'), says('着火了，快来人')], { from: PHONE });
    expect(danger.at(-1)?.said).toContain('幺幺九');
    expect(hotline.urgent()).toHaveLength(1);
  });
});

describe('two at the limit at the same moment', () => {
  it('in the app: one passes', async () => {
    const hotline = floodedHotline(LIMITS);
    for (let n = 0; n < 4; n += 1) await hotline.file('li', `before-${n}`, { matter: `第${n}盏路灯不亮` });
    const both = await Promise.all(['one-of-two', 'two-of-two'].map((key) => hotline.file('li', key, { matter: '井盖坏了' })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429]);
    expect(hotline.tickets.allTickets()).toHaveLength(5);
  });

  it('in danger: one opens, the other joins', async () => {
    const hotline = floodedHotline(LIMITS);
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) => hotline.file('li', `danger-key-${n}`, { matter: `${n}号楼着火了` })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201]);
    expect(hotline.urgent()).toHaveLength(1);
    for (let n = 0; n < 8; n += 1) expect(words(hotline)).toContain(`${n}号楼着火了`);
  });

  it('by phone: one opens, the other joins, and no word is lost', async () => {
    const hotline = floodedHotline(LIMITS);
    for (let n = 0; n < 4; n += 1) await hotline.play(reporting(`第${n}处水管爆了`));
    await Promise.all(Array.from({ length: 6 }, (_, n) => hotline.play(reporting(`又有${n}处水管爆了`))));
    expect(hotline.tickets.allTickets()).toHaveLength(5);
    for (let n = 0; n < 6; n += 1) expect(words(hotline)).toContain(`又有${n}处水管爆了`);
  });
});
