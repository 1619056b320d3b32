import { describe, expect, it } from 'vitest';
import { createHandler } from '#functions/raise-cards/handler.ts';
import { dutyHotline } from './duty-hotline.ts';

describe('cards of urgent tickets', () => {
  it('fall for each, though many wait for a duty telephone and nobody rings one', async () => {
    const { tickets, needs, open, pass } = dutyHotline();
    for (let place = 0; place < 1050; place += 1) await open({ reporterKey: 'user:li' });
    pass(1);
    const victim = await open({ reporterKey: 'user:victim' });
    const sweep = createHandler({ ...needs, dueIndex: tickets, log: () => undefined });
    const colours = async () => (await tickets.get(victim))?.cards.map(({ limit, colour }) => `${limit} ${colour}`);
    pass(45);
    expect(await sweep()).toBe(1000);
    expect(await sweep()).toBe(51);
    expect(await colours()).toEqual(['accept red']);
    expect(await sweep()).toBe(0);
  });
});
