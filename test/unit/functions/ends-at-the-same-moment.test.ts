import { expect, it } from 'vitest';
import type { Heard } from '#channels/heard.ts';
import { createHandler } from '#functions/end-silent-calls/handler.ts';
import { phoneHotline } from './phone-hotline.ts';

const step = (n: number, answer: object): Heard => ({ what: 'step', call: 'CA1', step: n, answer }) as Heard;

it('a call whose last words come while its end is written is looked for again, and they become a ticket', async () => {
  const hotline = phoneHotline();
  await hotline.tell(step(0, {}));
  await hotline.tell(step(1, { digits: '1' }));
  const seen = await hotline.calls.get('twilio:CA1');
  await hotline.tell(step(2, { speech: '水管爆了，水往外冒' }));
  // The end was decided on what was read before those words.
  await hotline.calls.end({
    call: { id: 'twilio:CA1', startedAt: seen?.startedAt ?? '' },
    turns: seen?.turns.length,
    recordedAt: hotline.needs.now(),
    connected: false,
    correlationId: 'test',
  });
  expect((await hotline.calls.get('twilio:CA1'))?.ended).toBeUndefined();
  hotline.pass(15);
  const needs = { ...hotline.needs, calls: hotline.calls, newId: () => 'run', log: () => undefined };
  await createHandler(needs)();
  expect(hotline.tickets.allTickets()).toMatchObject([{ matter: '水管爆了，水往外冒' }]);
});

it('a message that the sweep found is found again after a failure', async () => {
  const hotline = phoneHotline({ provider: 'jambonz' });
  const told: Heard[] = [step(0, {}), step(1, { digits: '1' }), step(2, {}), step(3, {}), step(4, {}), step(5, {})];
  for (const one of told) await hotline.tell(one);
  hotline.pass(15);
  let fails = true;
  const store = {
    ...hotline.tickets,
    open: (...given: Parameters<typeof hotline.tickets.open>) => {
      if (!fails) return hotline.tickets.open(...given);
      fails = false;
      return Promise.reject(new Error('the table is away'));
    },
  };
  const needs = { ...hotline.needs, store, calls: hotline.calls, newId: () => 'run', log: () => undefined };
  await createHandler(needs)().catch(() => undefined);
  hotline.pass(15);
  await createHandler(needs)();
  expect(hotline.calls.endings()).toHaveLength(1);
});
