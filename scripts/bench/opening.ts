import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ticketRow } from '#adapters/dynamodb/rows.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { secureRandomBelow, systemClock } from '#adapters/system-clock.ts';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import type { District } from '#domain/district/district.ts';
import { openTicket } from '#functions/resident-api/open-ticket.ts';
import { createTables } from '#local/tables.ts';
import { apiFunction } from '#runtime/api.ts';
import { bearerOf } from '#simulator/sample-events/web-request.ts';
import { serve } from '#use-cases/operation.ts';
import { median } from './median.ts';
import { countRequests } from './requests.ts';
import { openedAt } from './years-of-tickets.ts';

const CLAIMS = { iss: 'https://issuer.example', sub: 'bench', groups: 'resident' };

/** A request as API Gateway hands it over. */
const eventOf = (n: string) =>
  ({
    routeKey: `${openTicketContract.method} ${openTicketContract.path}`,
    headers: { authorization: bearerOf(CLAIMS), 'idempotency-key': `bench-${n}-${process.pid}` },
    body: JSON.stringify({ kind: 'help', matter: '路灯不亮', area: 'jixia-wenyuan', category: 'street-lights' }),
    isBase64Encoded: false,
    requestContext: { requestId: n, authorizer: { jwt: { claims: CLAIMS } } },
  }) as never;

/** CPU of this process (the table is in another one) in microseconds for one run of so many, one after the other. */
const cpuOf = async (times: number, run: (n: number) => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  for (let n = 0; n < times; n += 1) await run(n);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
};

/** What opening a ticket through the door costs over a bare put of the same ticket, and how many requests it makes. */
export const measureOpening = async (endpoint: string, district: District): Promise<{ requests: number; cpuRatio: number }> => {
  const base = new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  const { tickets } = await createTables(base);
  const phoneKeys = { of: async (phone: string) => phone };
  const needs = {
    store: dynamoTicketStore(client, tickets),
    district,
    phoneKeys,
    now: systemClock,
    randomBelow: secureRandomBelow,
  };
  const open = apiFunction(serve([openTicket], needs), { groupsClaim: 'groups', log: () => {} });

  const item = ticketRow(openedAt(systemClock(), 1, district).ticket);
  const bare = () => client.send(new PutCommand({ TableName: tickets, Item: item }));
  const ours = (round: number) => async (n: number) => {
    const { statusCode, body } = await open(eventOf(`${round}-${n}`));
    if (statusCode !== 201) throw new Error(`a ticket was not opened: ${body}`);
  };

  const ratios: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const [put, opened] = [await cpuOf(300, bare), await cpuOf(300, ours(round))];
    // The first rounds warm the engine up.
    if (round >= 2) ratios.push(opened / put);
  }
  const requests = countRequests(base);
  await ours(99)(0);
  base.destroy();
  return { requests: requests(), cpuRatio: median(ratios) };
};
