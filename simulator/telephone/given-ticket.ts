import { randomUUID } from 'node:crypto';
import type { Stack } from '#local/stack-file.ts';
import { apiOf, insist } from '#simulator/doors.ts';
import { waitUntilAssigned } from '#simulator/sample-day/play-story.ts';
import type { ScriptedCall } from './scripted-call.ts';

/** Opens the ticket that a script's caller has from before, through the public doors, and brings it where it is to be. Gives its number. */
export const giveTicket = async (stack: Stack, given: NonNullable<ScriptedCall['given']>, phone: string): Promise<string> => {
  const api = apiOf(stack);
  const personOf = (group: string) => stack.people.find(({ groups }) => groups.includes(group))?.id ?? group;
  const { state, ...matter } = given;
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
