import { randomUUID } from 'node:crypto';
import type { Stack } from '#local/stack-file.ts';
import { apiOf, insist } from '#simulator/doors.ts';
import { waitUntilAssigned } from '#simulator/sample-day/play-story.ts';
import type { GivenTicket, ScriptedCall } from './scripted-call.ts';

/** Opens a ticket from before a call through the public doors, and brings it where it is to be. Gives its number. */
const giveTicket = async (stack: Stack, given: GivenTicket, caller: string): Promise<string> => {
  const api = apiOf(stack);
  const personOf = (group: string) => stack.people.find(({ groups }) => groups.includes(group))?.id ?? group;
  const { state, phone = caller, ...matter } = given;
  const agent = personOf('agent');
  const opened = await insist(api, {
    as: agent,
    path: '/desk/tickets',
    body: { ...matter, contact: { phone } },
    headers: { 'idempotency-key': randomUUID() },
  });
  const { number } = opened.ticket;
  const { department } = await waitUntilAssigned(api, agent, number);
  if (state === 'dispatched') return number;
  const clerk = personOf(`department:${department}`);
  const door = `/departments/${department}/tickets/${number}`;
  await insist(api, { as: clerk, path: `${door}/acceptance` });
  await insist(api, { as: clerk, path: `${door}/resolution`, body: { outcome: '办好了' } });
  return number;
};

/** Opens all tickets that a script has from before its call. Gives the number of the one that the script speaks of. */
export const giveTickets = async (
  stack: Stack,
  { given, others }: Pick<ScriptedCall, 'given' | 'others'>,
  caller: string,
): Promise<string | undefined> => {
  for (const other of others) await giveTicket(stack, other, caller);
  return given && giveTicket(stack, given, caller);
};
