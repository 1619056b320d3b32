import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acceptTicketContract } from '#contracts/http/accept-ticket.ts';
import { dispatchTicketContract } from '#contracts/http/dispatch-ticket.ts';
import { returnTicketContract } from '#contracts/http/return-ticket.ts';
import { httpEvent, people } from '#test/unit/functions/http-event.ts';
import { numbers } from '#test/unit/functions/seeded-hotline.ts';
import { departmentClient, departmentHotline, type Fault } from './department-hotline.ts';

const { dispatched: FIRST, accepted: SECOND } = numbers;
const BUSY: Fault = { status: 503, headers: { 'retry-after': '0' } };

describe("a department's program", () => {
  it('does work after work, says each step in a line, and says once that it waits', async () => {
    const hotline = await departmentHotline();
    const { ended, lines, prints, stop } = departmentClient(hotline.api);
    await prints(/no work/);
    while (hotline.count('lease-work') < 6) await new Promise((resolve) => setTimeout(resolve, 20));
    stop();
    expect(await ended).toBe(0);
    for (const number of [FIRST, SECOND]) {
      expect((await hotline.store.get(number))?.state).toBe('resolved');
      expect(lines().filter((line) => line.startsWith(number))).toEqual([
        expect.stringContaining('accepted for'),
        `${number} resolved`,
        `${number} acknowledged`,
      ]);
    }
    expect(lines().filter((line) => line.includes('no work'))).toHaveLength(1);
    expect(lines().at(-1)).toBe('ends');
  });

  it('acknowledges what was returned meanwhile, and goes on with the rest', async () => {
    const hotline = await departmentHotline(async (name, times) => {
      if (name !== 'accept-ticket' || times > 1) return undefined;
      const sent = { params: { department: 'water', number: FIRST }, body: { reason: 'Not ours' } };
      await hotline.send('return-ticket', httpEvent(returnTicketContract, sent, people.water));
      return undefined;
    });
    const { ended, lines } = departmentClient(hotline.api, { ONCE: '1' });
    expect(await ended).toBe(0);
    expect((await hotline.store.get(FIRST))?.state).toBe('returned');
    expect((await hotline.store.get(SECOND))?.state).toBe('resolved');
    expect(lines()).toContainEqual(expect.stringMatching(`${FIRST} is not ours any more: .*state-not-allowed`));
    expect(lines()).toContainEqual(`${FIRST} acknowledged`);
    expect(hotline.count('acknowledge-work')).toBe(2);
  });

  it('waits for a hotline that is busy, away or broken, says so once, and loses nothing', async () => {
    const faults: Record<string, Fault> = {
      'lease-work': BUSY,
      'accept-ticket': { status: 429, headers: { 'retry-after': '0' } },
      'resolve-ticket': { status: 502, body: '<html>' },
      'acknowledge-work': 'breaks-off',
    };
    const hotline = await departmentHotline((name, times) => (times === 1 ? faults[name] : undefined));
    const { ended, lines } = departmentClient(hotline.api, { ONCE: '1' });
    expect(await ended).toBe(0);
    for (const number of [FIRST, SECOND]) expect((await hotline.store.get(number))?.state).toBe('resolved');
    // Once for each of the four operations that met the faults.
    expect(lines().filter((line) => line.includes("can't serve now"))).toHaveLength(4);
    expect(lines().filter((line) => line.includes('answers again'))).toHaveLength(4);
  });

  it('does each step once, though the answer to it is lost', async () => {
    const hotline = await departmentHotline((name, times) =>
      name !== 'lease-work' && times === 1 ? 'answer-is-lost' : undefined,
    );
    const { ended } = departmentClient(hotline.api, { ONCE: '1' });
    expect(await ended).toBe(0);
    const events = (await hotline.store.events(FIRST)).map(({ type }) => type);
    expect(events.slice(-2)).toEqual(['accepted', 'resolved']);
    expect(hotline.count('acknowledge-work')).toBe(3);
  });

  it('signs for a ticket once, though it comes to it again', async () => {
    const hotline = await departmentHotline((name, times) =>
      // The first work can't be resolved at first, and is given out again.
      name === 'resolve-ticket' && times === 1 ? { status: 409, body: '{"code":"ticket-changed-meanwhile"}' } : undefined,
    );
    const { prints, ended, stop, lines } = departmentClient(hotline.api);
    await prints(/comes again later/);
    await prints(/no work/);
    hotline.setTime('2026-11-23T04:00:00.000Z');
    await prints(new RegExp(`${FIRST} acknowledged`));
    stop();
    expect(await ended).toBe(0);
    expect(hotline.asked.filter((one) => one === `${acceptTicketContract.name} ${FIRST}`)).toHaveLength(1);
    expect(lines().filter((line) => line.startsWith(`${FIRST} accepted`))).toHaveLength(1);
    const events = (await hotline.store.events(FIRST)).map(({ type }) => type);
    expect(events.filter((type) => type === 'accepted')).toHaveLength(1);
  });

  it('signs anew for a ticket that went away and came back', async () => {
    const hotline = await departmentHotline((name, times) =>
      name === 'resolve-ticket' && times === 1 ? { status: 409, body: '{"code":"ticket-changed-meanwhile"}' } : undefined,
    );
    const { prints, ended, stop } = departmentClient(hotline.api);
    await prints(/no work/);
    const returned = { params: { department: 'water', number: FIRST }, body: { reason: 'Not ours' } };
    await hotline.send('return-ticket', httpEvent(returnTicketContract, returned, people.water));
    const dispatched = { params: { number: FIRST }, body: { department: 'water' } };
    await hotline.send('dispatch-ticket', httpEvent(dispatchTicketContract, dispatched, people.agent));
    hotline.setTime('2026-11-23T04:00:00.000Z');
    await prints(new RegExp(`${FIRST} comes again later: .*state-not-allowed`));
    hotline.setTime('2026-11-23T05:00:00.000Z');
    await prints(new RegExp(`${FIRST} acknowledged`));
    stop();
    expect(await ended).toBe(0);
    expect((await hotline.store.get(FIRST))?.state).toBe('resolved');
  });

  it('stops after the item at hand when it is told to, and gives the rest back', async () => {
    let stop: () => void = () => undefined;
    const hotline = await departmentHotline((name, times) => {
      if (name === 'accept-ticket' && times === 1) stop();
      return undefined;
    });
    const client = departmentClient(hotline.api);
    stop = client.stop;
    expect(await client.ended).toBe(0);
    expect((await hotline.store.get(FIRST))?.state).toBe('resolved');
    expect(client.lines()).toContainEqual(`${SECOND} given back`);
    // Another program of the department gets it at once.
    const other = departmentClient(hotline.api, { ONCE: '1' });
    expect(await other.ended).toBe(0);
    expect((await hotline.store.get(SECOND))?.state).toBe('resolved');
  });

  it('stops at once while it waits', async () => {
    const hotline = await departmentHotline(() => ({ status: 503, headers: { 'retry-after': '3600' } }));
    const { ended, prints, stop } = departmentClient(hotline.api);
    await prints(/can't serve now/);
    stop();
    expect(await ended).toBe(0);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['an empty token', { TOKEN: ' ' }, /^TOKEN is empty: put the token of a clerk into it/],
    ['no department', { DEPARTMENT: '' }, /^API must be .*DEPARTMENT/],
    ['no address', { API: '' }, /^API must be/],
    ['a token that has run out', { TOKEN: 'old' }, /^The token is not accepted, or has run out: sign in anew/],
    ['a token of another department', { DEPARTMENT: 'power' }, /403 department-not-yours/],
  ])('ends with a sentence for %s', async (_, settings, sentence) => {
    const hotline = await departmentHotline();
    const { ended, lines } = departmentClient(hotline.api, settings);
    expect(await ended).toBe(1);
    expect(lines()).toEqual([expect.stringMatching(sentence)]);
  });

  it('ends with that sentence too when the token runs out in the middle of the work', async () => {
    let token = 'good';
    const hotline = await departmentHotline(
      (name) => {
        if (name === 'resolve-ticket') token = 'another';
        return undefined;
      },
      () => token,
    );
    const { ended, lines } = departmentClient(hotline.api);
    expect(await ended).toBe(1);
    expect(lines().at(-1)).toMatch(/run out: sign in anew/);
  });

  it('takes the token of its file as it is at each request', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'department-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'token');
    let token = 'first';
    writeFileSync(file, 'first\n');
    const hotline = await departmentHotline(
      (name) => {
        if (name !== 'resolve-ticket') return undefined;
        token = 'second';
        writeFileSync(file, 'second\n');
        return undefined;
      },
      () => token,
    );
    const { ended } = departmentClient(hotline.api, { TOKEN: '', TOKEN_FILE: file, ONCE: '1' });
    expect(await ended).toBe(0);
    for (const number of [FIRST, SECOND]) expect((await hotline.store.get(number))?.state).toBe('resolved');
  });
});
