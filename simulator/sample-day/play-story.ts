import type { Stack } from '#local/stack-file.ts';
import { type Api, insist } from '#simulator/doors.ts';
import type { Telephone } from '#simulator/telephone/script.ts';
import type { Story } from './story.ts';

/** The desk's eyes: any ticket by its number. */
const readTicket = (api: Api, agent: string, number: string): Promise<any> =>
  insist(api, { as: agent, method: 'GET', path: `/tickets/${number}` });

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until the hotline has found department and unit. Throws after a minute. */
export const waitUntilAssigned = async (api: Api, agent: string, number: string, since = ''): Promise<any> => {
  for (let waited = 0; waited < 300; waited += 1) {
    const ticket = await readTicket(api, agent, number);
    if (ticket.unit && (ticket.dispatchedAt ?? '') > since) return ticket;
    await pause(200);
  }
  throw new Error(`${number} was not handed to a unit within a minute`);
};

const personOf = (stack: Stack, group: string): string => {
  const person = stack.people.find(({ groups }) => groups.includes(group));
  if (!person) throw new Error(`no sample person has the group ${group}`);
  return person.id;
};

/** Takes work from a department's queue until this ticket's is among it; other tickets' work is given back at once. */
const leaseWorkOf = async (api: Api, clerk: string, department: string, number: string): Promise<string> => {
  const path = `/departments/${department}/work`;
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const { work } = await insist(api, {
      as: clerk,
      path: `${path}/leases`,
      body: { most: 10, waitSeconds: 2, leaseSeconds: 60 },
    });
    let found: string | undefined;
    for (const { lease, item } of work) {
      if (item.number === number) found = lease;
      else await insist(api, { as: clerk, path: `${path}/give-backs`, body: { lease } });
    }
    if (found) return found;
  }
  throw new Error(`the work of ${number} did not come to the queue of ${department}`);
};

/** Plays one story through the public doors. Gives the number of its ticket. */
export const playStory = async (story: Story, stack: Stack, api: Api, telephone: Telephone): Promise<string> => {
  const agent = personOf(stack, 'agent');
  const number =
    'call' in story.opened
      ? (await telephone(story.opened.call)).number
      : (
          await insist(api, {
            as: story.opened.as,
            path: story.opened.post,
            body: story.opened.body,
            headers: { 'idempotency-key': crypto.randomUUID() },
          })
        ).ticket.number;
  if (!number) throw new Error(`the call "${story.title}" ended without a number`);

  let lease: { clerk: string; department: string; lease: string } | undefined;
  let returnedAt = '';
  for (const step of story.afterwards) {
    if ('as' in step) {
      await insist(api, { as: step.as, path: step.post.replace('{number}', number), body: step.body });
      continue;
    }
    const { department } = await waitUntilAssigned(api, agent, number, returnedAt);
    const clerk = personOf(stack, `department:${department}`);
    if (!lease) lease = { clerk, department, lease: await leaseWorkOf(api, clerk, department, number) };
    await insist(api, { as: clerk, path: `/departments/${department}/tickets/${number}/${step.clerk}`, body: step.body });
    if (step.clerk === 'acceptance') continue;
    await insist(api, { as: clerk, path: `/departments/${department}/work/acknowledgements`, body: { lease: lease.lease } });
    lease = undefined;
    if (step.clerk === 'return') returnedAt = new Date().toISOString();
  }
  if (!story.opened || !('body' in story.opened) || !('answer' in story.opened.body)) {
    await waitUntilAssigned(api, agent, number, returnedAt);
  }
  return number;
};
