import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { contactOf, factsIn, parseRow, type Row, ticketOf } from '#adapters/dynamodb/rows.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { Call } from '#domain/calls/call.ts';
import { CallBack } from '#domain/calls/call-back.ts';
import { summaryOf } from '#domain/tickets/ticket-summary.ts';
import { projectFolder } from '#local/project-folder.ts';

const folder = join(projectFolder, 'test', 'releases');
const releases = existsSync(folder) ? readdirSync(folder) : [];
const read = <T>(release: string, file: string): T[] => JSON.parse(readFileSync(join(folder, release, file), 'utf8')) as T[];

it('there is a release whose rows are kept', () => expect(releases.length).toBeGreaterThan(0));

describe.each(releases)('what release %s has written', (release) => {
  const rows = read<Row>(release, 'rows.json');
  const at = (sk: string): Row => rows.find((row) => row.sk === sk) ?? expect.fail(`there is no row ${sk}`);
  const events = rows.filter(({ pk, sk }) => pk.startsWith('TICKET#') && sk.startsWith('EVENT#'));

  it('is read as a ticket: what was said, and what became of it', () => {
    expect(ticketOf(at('TICKET'), events)).toMatchObject({
      number: 'LZ261123123458',
      state: 'closed',
      kind: 'complaint',
      category: 'water-leak',
      area: 'qidu-xiguan',
      matter: '晏婴路口水管漏水，路面结冰',
      place: '西关村口',
      department: 'water',
      outcome: '已换阀门',
      returns: [{ department: 'water', reason: '不归我们管' }],
      additions: [{ text: '又漏了一处' }],
      rating: { solved: true, stars: 4, comment: '修好了' },
      reporter: { key: 'user:r-1', anonymous: false, maskedPhone: '100****0001' },
      cards: [{ limit: 'accept' }],
    });
    const { history } = ticketOf(at('TICKET'), events);
    expect(history.map(({ what }) => what)).toEqual(events.map(({ type }) => type));
    expect(history.find(({ what }) => what === 'returned')).toMatchObject({ department: 'water', words: '不归我们管' });
    expect(summaryOf(factsIn(at('TICKET')))).toMatchObject({ excerpt: '晏婴路口水管漏水，路面结冰', state: 'closed' });
    expect(contactOf(at('CONTACT'))).toMatchObject({ name: '王小丽', phone: '+8610000000001' });
  });

  it('is told by the stream, every event of it', () => {
    const told = rows.filter(({ sk }) => sk.startsWith('EVENT#')).map((row) => eventInImage(marshall(row) as never));
    expect(told.map((one) => one?.type)).not.toContain(undefined);
    expect(told).toHaveLength(events.length + 1);
  });

  it('is read as calls and call-backs', () => {
    expect(parseRow(Call(), at('CALL'))).toMatchObject({ id: 'twilio:CA1', turns: [{ step: 0 }] });
    expect(parseRow(CallBack(), at('CALL-BACK'))).toMatchObject({ version: 1, calls: [{ matter: '路灯不亮' }] });
  });

  it('is understood where its messages still wait', () => {
    const messages = read<unknown>(release, 'messages.json').map((message) => TicketEventMessage.parse(message));
    const work = messages.flatMap((message) => message.work ?? []);
    expect(work[0]).toMatchObject({ matter: '晏婴路口水管漏水，路面结冰', department: 'water', reporterPhone: '100****0001' });
  });
});
