import { describe, expect, it } from 'vitest';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import { understandMatterContract } from '#contracts/http/understand-matter.ts';
import { httpEvent, people } from './http-event.ts';
import { seededHotline } from './seeded-hotline.ts';
import { keys, phoneLine, says } from './telephone-line.ts';

const MATTERS = [
  '齐都镇西关村的路灯坏了一个月，什么时候来修',
  '闻韶街道水管爆了',
  '我要投诉齐都镇的垃圾没人管',
  '皇城镇暖气不热',
  '稷下街道有件事说不清楚',
];

const headers = { 'idempotency-key': 'key-00000099' };

/** What a ticket was sorted as, with its due date counted from its opening at the same moment. */
const sortedAs = ({ kind, category, area, sorting }: Record<string, any>) => ({ kind, category, area, sorting });

describe('the same matter', () => {
  it.each(MATTERS)(
    'is sorted in the same way at the app, the desk and on the phone, and falls due at once: %s',
    async (matter) => {
      const { send, store } = await seededHotline();
      const ticketOf = (number: string) => store.allTickets().find((one) => one.number === number) ?? expect.fail(number);
      const app = await send('open-ticket', httpEvent(openTicketContract, { headers, body: { matter } }, people.owner));
      const desk = await send(
        'open-ticket-for-caller',
        httpEvent(openTicketForCallerContract, { headers, body: { matter } }, people.agent),
      );
      const { play, tickets } = phoneLine();
      const isAsked = !matter.includes('西关村');
      // Who is asked where exactly can't say it.
      await play([keys('1'), says(matter), ...(isAsked ? [keys('2')] : []), keys('1')]);
      const [called] = tickets.allTickets();
      const [filed, told] = [ticketOf(app.body.ticket.number), ticketOf(desk.body.ticket.number)];
      expect(sortedAs(told)).toEqual(sortedAs(filed));
      expect(sortedAs(called ?? {})).toEqual(sortedAs(filed));
      expect(told.schedule).toEqual(filed.schedule);
      expect([called?.openedAt, called?.schedule]).toEqual([filed.openedAt, filed.schedule]);
    },
  );

  it('keeps what a person gave, and looks for danger all the same', async () => {
    const { send, store } = await seededHotline();
    const body = { matter: '齐都镇西关村的路灯坏了，现在家里着火了快来人', kind: 'suggestion', category: 'noise' };
    const { status, body: answer } = await send('open-ticket', httpEvent(openTicketContract, { headers, body }, people.owner));
    const ticket = store.allTickets().find(({ number }) => number === answer.ticket.number);
    expect([status, ticket?.kind, ticket?.category, ticket?.area]).toEqual([201, 'suggestion', 'noise', 'qidu-xiguan']);
    expect(ticket?.danger?.outcome).toBe('danger');
    expect(ticket?.sorting).toEqual({ words: [], unsure: [] });
  });

  it('is the whole district where it names no place, and says so', async () => {
    const { send } = await seededHotline();
    const body = { matter: '路灯坏了' };
    const { body: answer } = await send(
      'open-ticket-for-caller',
      httpEvent(openTicketForCallerContract, { headers, body }, people.agent),
    );
    expect(answer.ticket).toMatchObject({ area: 'linzi', sorting: { unsure: expect.arrayContaining(['area']) } });
  });
});

describe('what is understood before filing', () => {
  const ask = async (body: object, language?: string) => {
    const { send, store } = await seededHotline();
    const before = JSON.stringify(store.allTickets());
    const sent = { headers: language === undefined ? {} : { 'accept-language': language }, body };
    const answer = await send('understand-matter', httpEvent(understandMatterContract, sent, people.owner));
    expect(JSON.stringify(store.allTickets())).toBe(before);
    return answer;
  };

  it('is what filing understands', async () => {
    for (const matter of [...MATTERS, '有人拿刀堵在我家门口要砍人', '我要举报隔壁，他家着火了快来人']) {
      const { body } = await ask({ matter });
      const { send } = await seededHotline();
      const filed = await send(
        'open-ticket-for-caller',
        httpEvent(openTicketForCallerContract, { headers, body: { matter } }, people.agent),
      );
      const { ticket } = filed.body;
      expect([body.category.id, body.kind.id, body.area.id]).toEqual([ticket.category, ticket.kind, ticket.area]);
      expect({ category: body.category.sure, kind: body.kind.sure, area: body.area.sure }).toEqual({
        category: !ticket.sorting.unsure.includes('category'),
        kind: !ticket.sorting.unsure.includes('kind'),
        area: !ticket.sorting.unsure.includes('area'),
      });
      expect(body.words.map(({ word }: { word: string }) => word)).toEqual(ticket.sorting.words);
    }
  });

  it('is no matter where the words say nothing, or ask for a person; what speaks of danger is never nothing', async () => {
    for (const [matter, noMatter] of [
      ['你好', 'nothing'],
      ['转人工', 'wants-person'],
      ['路灯坏了', undefined],
      ['救命', undefined],
    ] as const) {
      const { body } = await ask({ matter });
      expect([matter, body.noMatter]).toEqual([matter, noMatter]);
    }
  });

  it('is named in the language of the reader', async () => {
    const matter = '齐都镇的路灯坏了';
    for (const [language, name, area] of [
      ['en', 'Street lights', 'Qidu Town'],
      ['fr;q=1, en-GB;q=0.8, zh;q=0.2', 'Street lights', 'Qidu Town'],
      ['zh-CN,zh;q=0.9,en;q=0.8', '路灯', '齐都镇'],
      ['fr', '路灯', '齐都镇'],
      [undefined, '路灯', '齐都镇'],
    ] as const) {
      const { status, body } = await ask({ matter }, language);
      expect([status, body.category.name, body.area.name, body.area.sure]).toEqual([200, name, area, true]);
    }
  });

  it('names the areas that may be meant', async () => {
    const { body } = await ask({ matter: '小徐村的路坏了' }, 'zh');
    expect([body.area.id, body.area.sure]).toEqual(['linzi', false]);
    expect(body.area.alternatives.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['凤凰镇小徐村', '齐都镇小徐村'].sort(),
    );
  });

  it('tells of danger, with the number to ring', async () => {
    const { body } = await ask({ matter: '我家着火了快来人' }, 'en');
    expect(body.danger).toMatchObject({ outcome: 'danger', emergencyNumber: '119', advice: expect.stringContaining('call 119') });
  });
});
