import { describe, expect, it } from 'vitest';
import { textTo } from '#channels/sms/words.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { canBeTexted } from '#domain/telephone/reach.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { EventType } from '#domain/tickets/ticket-event.ts';
import { createHandler } from '#functions/text-reporters/handler.ts';
import { NumberRefused } from '#ports/telephony.ts';
import { memorySentMarks } from '#test/adapters/memory/sent-marks.ts';
import { memoryTelephony } from '#test/adapters/memory/telephony.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { changed, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import type { Reply } from '#use-cases/phone/answer-call.ts';
import { crashAt, crashes } from './crash.ts';
import { phoneHotline } from './phone-hotline.ts';

/** No number in China begins so; the form is a mobile one's. */
const MOBILE = telephone('+8610000000071');

/** A caller's ticket that nobody could be reached about, and the function over it. */
const hotline = async (intake: Partial<Intake> = {}) => {
  const [table, telephony, sent] = [memoryTickets(), memoryTelephony(), memorySentMarks()];
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
  const needs = { store: table, sent, district: smallDistrict, telephony: telephony as typeof telephony | undefined };
  const tell = (type: EventType, overrides: Partial<typeof needs> = {}): Promise<string> => {
    const event = table.allEvents().find((one) => one.type === type);
    if (!event) throw new Error(`nothing was ${type}`);
    return createHandler({ ...needs, ...overrides })(messageOf(event));
  };
  return { ...needs, telephony, number, does, resolve, tell };
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

  it('asks nobody to rate what they rated since', async () => {
    const { telephony, resolve, does, tell } = await hotline();
    await resolve();
    await does({ action: 'rate', rating: { solved: true, stars: 5 } }, 'system');
    expect([await tell('reporter-unreached'), telephony.texts]).toEqual(['rated-since', []]);
  });

  it('that a number never gets is not tried again; one that the provider did not take is', async () => {
    const { telephony, tell } = await hotline();
    telephony.fail(new NumberRefused('the phone provider answered 400, its code 21614'));
    expect(await tell('opened')).toBe('number-refused');
    telephony.fail(new Error('the phone provider answered 503'));
    await expect(tell('opened')).rejects.toThrow('503');
    telephony.fail(undefined);
    expect(await tell('opened')).toBe('sent');
  });

  it('comes twice only when the function dies between sending and marking it as sent', async () => {
    const counts: number[] = [];
    for (const { step, when } of crashes(6)) {
      const { store, sent, telephony, tell } = await hotline();
      const crash = crashAt(step, when);
      const dying = { store: crash.watch(store), sent: crash.watch(sent), telephony: crash.watch(telephony) };
      await tell('opened', dying).catch(() => undefined);
      await tell('opened');
      await tell('opened');
      counts.push(telephony.texts.length);
    }
    // After the text was sent, and before the mark was written.
    expect(counts.map((count, place) => (count === 2 ? crashes(6)[place] : undefined)).filter(Boolean)).toEqual([
      { step: 3, when: 'after' },
      { step: 4, when: 'before' },
    ]);
    expect(counts.every((count) => count >= 1)).toBe(true);
  });
});

describe('a caller', () => {
  it.each([
    [true, MOBILE, /也会发短信/],
    [true, telephone('+865337180000'), /工单号是/],
    [true, undefined, /工单号是/],
    [false, MOBILE, /工单号是/],
  ])('is promised a text only where one will come: %s, %s', async (sendsTexts, phone, said) => {
    const { tell } = phoneHotline({ sendsTexts });
    const answers = [{}, { digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }, { digits: '1' }];
    const replies: Reply[] = [];
    for (const [step, answer] of answers.entries()) {
      replies.push(await tell({ what: 'step', call: 'CA1', step, answer, ...(phone && { phone }) }));
    }
    const heard = JSON.stringify(replies.at(-1));
    expect(heard).toMatch(said);
    expect(heard.includes('短信')).toBe(said.source.includes('短信'));
  });
});

describe('what is texted', () => {
  const zh = { name: '临淄区', hotline: '81890', language: 'zh' } as const;
  const en = { name: 'Small', hotline: '81890', language: 'en' } as const;
  const NUMBER = 'LZ261123048217';

  it.each([zh, en])('is short, names the hotline, and holds the number in groups: $language', (district) => {
    for (const type of ['opened', 'reporter-unreached'] as const) {
      const words = textTo(type, NUMBER, district);
      expect(words).toContain('LZ 2611 2304 8217');
      expect(words).toContain('81890');
      expect(words).not.toMatch(/undefined|\[object/);
      // Two parts of an SMS: 67 signs each, 153 where all are Latin.
      expect(words.length).toBeLessThanOrEqual(district === zh ? 134 : 306);
    }
  });

  it('says which key does it', () => {
    expect(textTo('opened', NUMBER, zh)).toContain('按2');
    expect(textTo('reporter-unreached', NUMBER, zh)).toContain('按3');
    expect(textTo('opened', NUMBER, en)).toContain('press 2');
    expect(textTo('reporter-unreached', NUMBER, en)).toContain('press 3');
  });

  it.each([
    ['+8613800135678', true],
    [MOBILE, true],
    ['+865337180000', false],
    ['+86138001356781', false],
    ['+861380013567', false],
    ['+12025550101', true],
    ['+85291234567', true],
  ])('can go to %s: %s', (phone, can) =>
    expect(canBeTexted(telephone(phone), { country: 'CN', reaches: ['US', 'HK'], invented: '+8610000000xxx' })).toBe(can),
  );
});
