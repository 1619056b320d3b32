import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoFiguresSource } from '#adapters/dynamodb/figures-source.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import type { District } from '#domain/district/district.ts';
import { contributionsIn } from '#domain/figures/contributions.ts';
import { offsetMinutes, plusMinutes } from '#domain/instant.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { reporterKey } from '#domain/tickets/visibility.ts';
import { createHandler as createRollUp } from '#functions/roll-up-figures/handler.ts';
import { createTables } from '#local/tables.ts';
import { meter, type Used } from './metered-table.ts';
import { openedAt } from './years-of-tickets.ts';

/**
 * Lengths of real matters in bytes: of 3,597 messages to a public platform, the middle of each twentieth, and a title of 57.
 * Answers there have 800 bytes on average.
 */
const MATTERS = [106, 165, 210, 255, 296, 336, 377, 425, 480, 537, 606, 688, 781, 890, 1034, 1212, 1457, 1886, 2650, 4243].map(
  (bytes) => bytes + 57,
);
const ANSWER = 800;

const PERSON = '0a6c1f4e-7a10-4c1e-9d52-000000000001';
const NOW = '2026-11-23T02:00:00.000Z';
const chinese = (bytes: number): string => '水'.repeat(Math.round(bytes / 3));

/** What one step uses on average, by its name. */
export type Steps = Record<string, Used>;

const tableFor = async (endpoint: string) => {
  const base = new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  const names = await createTables(base);
  return { base, client, names, used: meter(base) };
};

/** Lives of tickets of all these lengths, each step by the store that the functions use; the mean of what each step used. */
export const measureSteps = async (endpoint: string, district: District): Promise<Steps> => {
  const { base, client, names, used } = await tableFor(endpoint);
  const store = dynamoTicketStore(client, names.tickets);
  const sums: Steps = {};
  const note = (step: string): void => {
    const { requests, written, read } = used();
    const sum = sums[step] ?? { requests: 0, written: 0, read: 0 };
    const share = 1 / MATTERS.length;
    sums[step] = {
      requests: sum.requests + share * requests,
      written: sum.written + share * written,
      read: sum.read + share * read,
    };
  };
  const system: Actor = { role: 'system' };
  const resident: Actor = { role: 'resident', id: PERSON };
  const department: Actor = { role: 'department', id: PERSON, department: 'urban-management' };
  for (const [n, bytes] of MATTERS.entries()) {
    for (const withContact of [false, true]) {
      const change = openTicket(
        {
          kind: 'help',
          channel: 'app',
          matter: chinese(bytes),
          area: 'jixia-wenyuan',
          category: 'street-lights',
          place: '学府路与稷下路路口向东二百米路北',
          urgent: false,
          anonymous: false,
          reporterKey: reporterKey(PERSON),
          ...(withContact && { contact: { name: '王小丽', phone: Telephone.parse('+8613800138000') } }),
        },
        ticketNumber(district.letters, '2026-11-23', 2 * n + Number(withContact)),
        district,
        { at: NOW, actor: resident, correlationId: 'bench-0123456789' },
      );
      used();
      const mark = { scope: reporterKey(PERSON), key: `bench-${n}-${withContact}`, digest: 'x'.repeat(43) };
      const unless = { hasAlready: Number.MAX_SAFE_INTEGER, onDay: '2026-11-23' };
      await store.open(change, mark, { of: reporterKey(PERSON), unless });
      note(withContact ? 'open with a contact' : 'open');
      if (!withContact) continue;
      const go = async (command: Command, actor: Actor): Promise<void> => {
        const ticket = (await store.get(change.ticket.number)) as Ticket;
        const at = plusMinutes(NOW, ticket.version);
        const changed = changeTicket(ticket, command, district, { at, actor, correlationId: 'bench-0123456789' });
        if (changed === 'already-done') throw new Error(`${command.action} was done`);
        await store.commit(changed);
        note(command.action);
      };
      await go({ action: 'dispatch', department: 'urban-management', rule: 'street-lights' }, system);
      await go({ action: 'assign' }, system);
      await go({ action: 'accept' }, department);
      await go({ action: 'resolve', outcome: chinese(ANSWER) }, department);
      await go({ action: 'rate', rating: { solved: true, stars: 5 } }, resident);
    }
  }
  base.destroy();
  return sums;
};

/** What one ticket uses from its opening, with a contact, to its rating. */
export const lifeOf = ({ open: _, ...steps }: Steps): Used =>
  Object.values(steps).reduce(
    (life, one) => ({
      requests: life.requests + one.requests,
      written: life.written + one.written,
      read: life.read + one.read,
    }),
    { requests: 0, written: 0, read: 0 },
  );

/** What the figures use for one lone event: all runs of the half hour after it, without what idle runs use. */
export const measureLoneEvent = async (endpoint: string, district: District): Promise<Used> => {
  const { base, client, names, used } = await tableFor(endpoint);
  let now = NOW;
  const rollUp = createRollUp({
    source: dynamoFiguresSource(client, names.tickets),
    figures: dynamoFiguresStore(client, names.figures),
    contributionsOf: contributionsIn(district),
    offset: offsetMinutes(district.utcOffset),
    now: () => now,
    log: () => {},
  });
  const halfAnHour = async (): Promise<Used> => {
    used();
    for (let minute = 0; minute < 30; minute += 1) {
      now = plusMinutes(now, 1);
      await rollUp();
    }
    return used();
  };
  await rollUp();
  const idle = await halfAnHour();
  const store = dynamoTicketStore(client, names.tickets);
  const change = openedAt(now, 1, district);
  await store.open(change, { scope: 'bench', key: 'lone', digest: 'x' });
  const busy = await halfAnHour();
  base.destroy();
  return {
    requests: busy.requests - idle.requests,
    written: busy.written - idle.written,
    read: busy.read - idle.read,
  };
};
