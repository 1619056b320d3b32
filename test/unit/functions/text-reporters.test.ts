import { describe, expect, it } from 'vitest';
import { textTo } from '#channels/sms/words.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import type { District } from '#domain/district/district.ts';
import { NotYet } from '#domain/errors.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { EventType } from '#domain/tickets/ticket-event.ts';
import { createHandler } from '#functions/text-reporters/handler.ts';
import { LastingRefusal, NumberRefused, ProviderAway, RequestRefused } from '#ports/telephony.ts';
import { memoryDayCounts } from '#test/adapters/memory/day-counts.ts';
import { memoryLookUpCodes, memoryLookUps } from '#test/adapters/memory/look-ups.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memorySentMarks } from '#test/adapters/memory/sent-marks.ts';
import { memoryTelephony } from '#test/adapters/memory/telephony.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { crashAt, crashes } from './crash.ts';

/** No number in China begins so; the form is a mobile one's. */
const MOBILE = telephone('+8610000000071');

/** A caller's ticket that nobody could be reached about, and the function over it. */
const hotline = async (intake: Partial<Intake> = {}) => {
  let at = MONDAY_AT_TEN;
  const [table, telephony, sent] = [memoryTickets(), memoryTelephony(), memorySentMarks(() => at)];
  const opened = opening({ channel: 'phone', reporterKey: undefined, contact: { phone: MOBILE }, ...intake });
  await table.open(opened, { scope: 'test', key: 'one', digest: 'd' });
  const { number } = opened.ticket;
  const does = async (command: Command, role: 'system' | 'department'): Promise<void> => {
    await table.commit(changed((await table.get(number)) as Ticket, command, role));
  };
  const resolve = async (): Promise<void> => {
    await does({ action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');
    await does({ action: 'accept' }, 'department');
    await does({ action: 'resolve', outcome: 'Mended' }, 'department');
    await does({ action: 'leave-reporter' }, 'system');
  };
  const needs = {
    store: table,
    lookUps: memoryLookUps(),
    lookUpCodes: memoryLookUpCodes,
    phoneKeys: memoryPhoneKeys,
    sent,
    dayCounts: memoryDayCounts(),
    district: smallDistrict as District,
    now: () => at,
    telephony: telephony as typeof telephony | undefined,
  };
  const tell = (type: EventType, overrides: Partial<typeof needs> = {}): Promise<string> => {
    const event = table.allEvents().find((one) => one.type === type);
    if (!event) throw new Error(`nothing was ${type}`);
    return createHandler({ ...needs, ...overrides })(messageOf(event));
  };
  /** As long as a message of the queue stays hidden. */
  const pass = (): void => {
    at = plusMinutes(at, 3);
  };
  return { ...needs, telephony, number, does, resolve, tell, pass };
};

describe('a text', () => {
  it('for an opening, then for being unreached, each once', async () => {
    const { number, telephony, resolve, tell } = await hotline();
    expect([await tell('opened'), await tell('opened')]).toEqual(['sent', 'sent-before']);
    await resolve();
    expect([await tell('reporter-unreached'), await tell('reporter-unreached')]).toEqual(['sent', 'sent-before']);
    expect(telephony.texts).toEqual([
      { to: MOBILE, words: textTo('opened', number, smallDistrict) },
      { to: MOBILE, words: textTo('reporter-unreached', number, smallDistrict) },
    ]);
  });

  it('comes for nothing else, for no other channel, and without an account not at all', async () => {
    const { telephony, resolve, tell } = await hotline();
    await resolve();
    for (const type of ['dispatched', 'accepted', 'resolved'] as const) expect(await tell(type)).toBe('not-for-us');
    expect(await tell('opened', { telephony: undefined })).toBe('no-sms');
    const app = await hotline({ channel: 'app', reporterKey: 'user:li' });
    expect(await app.tell('opened')).toBe('not-by-phone');
    const withheld = await hotline({ contact: undefined });
    expect(await withheld.tell('opened')).toBe('no-mobile-number');
    expect([...telephony.texts, ...app.telephony.texts, ...withheld.telephony.texts]).toEqual([]);
  });

  it('is not for a telephone that somebody else may read, but for the anonymous it is', async () => {
    const sealed = await hotline({ confidential: true });
    expect([await sealed.tell('opened'), sealed.telephony.texts]).toEqual(['confidential', []]);
    const anonymous = await hotline({ anonymous: true });
    expect(await anonymous.tell('opened')).toBe('sent');
  });

  it('about a danger waits until its caller has had the time to wish that nobody knows', async () => {
    const danger = { outcome: 'danger' as const, danger: 'fire', words: ['着火'] };
    const wishes = await hotline({ danger });
    await expect(wishes.tell('opened')).rejects.toThrow(NotYet);
    await wishes.does({ action: 'hide-reporter', confidential: true }, 'system');
    const keepsSilent = await hotline({ danger });
    for (const { pass, tell } of [wishes, keepsSilent]) {
      for (let times = 0; times < 3; times += 1) {
        await tell('opened').catch((error) => expect(error).toBeInstanceOf(NotYet));
        pass();
      }
      pass();
    }
    expect([await wishes.tell('opened'), wishes.telephony.texts]).toEqual(['confidential', []]);
    expect([await keepsSilent.tell('opened'), keepsSilent.telephony.texts.length]).toEqual(['sent', 1]);
  });

  it('asks nobody to rate what they rated since', async () => {
    const { telephony, resolve, does, tell } = await hotline();
    await resolve();
    await does({ action: 'rate', rating: { solved: true, stars: 5 } }, 'system');
    expect([await tell('reporter-unreached'), telephony.texts]).toEqual(['rated-since', []]);
  });

  it('that a number never gets is not tried again; one that the provider did not take is', async () => {
    const refused = await hotline();
    refused.telephony.fail(new NumberRefused('the phone provider answered 400, its code 21614', '21614'));
    expect(await refused.tell('opened')).toBe('number-refused');
    refused.telephony.fail(undefined);
    expect(await refused.tell('opened')).toBe('sent-before');
    expect([...refused.sent.refusals.values()]).toEqual(['21614']);

    const { telephony, tell, pass } = await hotline();
    telephony.fail(new Error('the phone provider answered 503'));
    await expect(tell('opened')).rejects.toThrow('503');
    telephony.fail(undefined);
    pass();
    expect(await tell('opened')).toBe('sent');
  });

  it('is not tried again where its country is not switched on, which the log and the mark say', async () => {
    const { telephony, tell, sent } = await hotline();
    telephony.fail(new LastingRefusal('the phone provider answered 403, its code 21408', '21408'));
    expect([await tell('opened'), await tell('opened')]).toEqual(['country-refused', 'sent-before']);
    expect([...sent.refusals.values()]).toEqual(['21408']);
  });

  it('that was surely not taken may be sent at once, however often', async () => {
    const { telephony, tell } = await hotline();
    for (const error of [new ProviderAway('503'), new RequestRefused('21606', '21606'), new ProviderAway('429')]) {
      telephony.fail(error);
      await expect(tell('opened')).rejects.toBe(error);
    }
    telephony.fail(undefined);
    expect([await tell('opened'), telephony.texts.length]).toEqual(['sent', 1]);
  });

  it('goes out once when its event is delivered several times at the same moment', async () => {
    const { telephony, tell, pass } = await hotline();
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow = { ...telephony, text: (to: Telephone, words: string) => answered.then(() => telephony.text(to, words)) };
    const all = [tell('opened', { telephony: slow }), tell('opened', { telephony: slow }), tell('opened', { telephony: slow })];
    const settled = Promise.allSettled(all);
    // Each of them has looked by now whether it may send.
    await new Promise((resolve) => setImmediate(resolve));
    answer();
    const results = await settled;
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(NotYet);
    pass();
    expect([await tell('opened'), telephony.texts.length]).toEqual(['sent-before', 1]);
  });

  it('comes twice only when the function dies between sending and writing that it did', async () => {
    const counts: number[] = [];
    const firsts: string[] = [];
    for (const { step, when } of crashes(6)) {
      const { store, sent, telephony, tell, pass } = await hotline();
      const crash = crashAt(step, when);
      const dying = { store: crash.watch(store), sent: crash.watch(sent), telephony: crash.watch(telephony) };
      await tell('opened', dying).catch(() => undefined);
      // It comes again at once, then when the claim of the dead one has ended.
      firsts.push(await tell('opened').catch((error: Error) => error.name));
      pass();
      await tell('opened');
      await tell('opened');
      counts.push(telephony.texts.length);
    }
    expect(counts.map((count, place) => (count === 2 ? crashes(6)[place] : undefined)).filter(Boolean)).toEqual([
      { step: 3, when: 'after' },
      { step: 4, when: 'before' },
    ]);
    expect(counts.every((count) => count >= 1)).toBe(true);
    // Whoever died with a claim holds up the text for as long as that lasts.
    expect(firsts.map((first, place) => (first === 'NotYet' ? crashes(6)[place] : undefined)).filter(Boolean)).toEqual([
      { step: 2, when: 'after' },
      { step: 3, when: 'before' },
      { step: 3, when: 'after' },
      { step: 4, when: 'before' },
    ]);
  });

  it('comes twice at most, though the provider never says whether it took it', async () => {
    const { telephony, tell, pass } = await hotline();
    const silent = async (to: Telephone, words: string): Promise<never> => {
      await telephony.text(to, words);
      throw new Error('the answer came too late');
    };
    const outcomes: string[] = [];
    for (let delivery = 0; delivery < 5; delivery += 1) {
      outcomes.push(await tell('opened', { telephony: { ...telephony, text: silent } }).catch((error: Error) => error.message));
      pass();
    }
    const late = 'the answer came too late';
    expect(outcomes).toEqual([late, late, 'unsure', 'sent-before', 'sent-before']);
    expect(telephony.texts).toHaveLength(2);
  });
});
