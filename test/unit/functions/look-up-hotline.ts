import type { District } from '#domain/district/district.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Contact } from '#domain/tickets/ticket.ts';
import { operations as ofResidents } from '#functions/resident-api/operations.ts';
import { createHandler } from '#functions/text-reporters/handler.ts';
import { memoryDayCounts } from '#test/adapters/memory/day-counts.ts';
import { memoryLookUpCodes, memoryLookUps } from '#test/adapters/memory/look-ups.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memorySentMarks } from '#test/adapters/memory/sent-marks.ts';
import { memoryTelephony } from '#test/adapters/memory/telephony.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

/** The telephone that the ticket was filed with. */
export const MINE = telephone('+8610000000071');

type Named = (typeof ofResidents)[number]['contract']['name'];

/** One ticket, the doors for who has no account, and the function that texts. */
export const lookUpHotline = async (reporter: { anonymous?: boolean; confidential?: true; contact?: Contact } = {}) => {
  let at = MONDAY_AT_TEN;
  const [store, lookUps, telephony] = [memoryTickets(), memoryLookUps(), memoryTelephony()];
  const opened = opening({ channel: 'phone', reporterKey: undefined, contact: { phone: MINE }, ...reporter });
  await store.open(opened, { scope: 'test', key: 'one', digest: 'd' });
  const needs = {
    store,
    lookUps,
    lookUpCodes: memoryLookUpCodes,
    phoneKeys: memoryPhoneKeys,
    district: smallDistrict as District,
    now: () => at,
    randomBelow: () => 0,
  };
  const texting = { ...needs, telephony, sent: memorySentMarks(() => at), dayCounts: memoryDayCounts() };
  const run = async (name: Named, body: object, over: object = {}): Promise<any> => {
    const found = ofResidents.find(({ contract }) => contract.name === name);
    const handle = found?.handler({ ...needs, ...over } as never) as (request: unknown) => Promise<unknown>;
    return handle({ body, headers: {}, correlationId: 'test' }).catch((error: { code?: string }) => error.code ?? error);
  };
  const { number } = opened.ticket;
  return {
    ...texting,
    number,
    ask: (typed: object = {}, over = {}) => run('ask-for-code', { number, phone: MINE, ...typed }, over),
    read: (code: string, typed: object = {}, over = {}) => run('read-by-code', { number, phone: MINE, code, ...typed }, over),
    /** Hands all that was asked for to the function that texts, as often as the queue does. */
    sendTexts: () => Promise.all(lookUps.wanted().map((wanted) => createHandler(texting)(wanted))),
    codes: () => telephony.texts.map(({ words }) => /\d{6}/.exec(words)?.[0] ?? ''),
    pass: (minutes: number) => {
      at = plusMinutes(at, minutes);
    },
  };
};
