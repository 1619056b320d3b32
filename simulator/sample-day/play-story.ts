import type { Stack } from '#local/stack-file.ts';
import { type Api, insist, insistOnAnswer } from '#simulator/doors.ts';
import type { Telephone } from '#simulator/telephone/script.ts';
import type { Story } from './story.ts';

/** Any ticket by its number, as the desk sees it. */
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

/** The lease of this ticket's work, if it is among these; the work of other tickets is given back at once. */
const leaseAmong = async (
  api: Api,
  clerk: string,
  path: string,
  work: readonly { lease: string; item: { number: string } }[],
  number: string,
): Promise<string | undefined> => {
  let found: string | undefined;
  for (const { lease, item } of work) {
    if (item.number === number) found = lease;
    else await insist(api, { as: clerk, path: `${path}/give-backs`, body: { lease } });
  }
  return found;
};

/** Takes work from a department's queue until this ticket's is among it. Gives its lease. */
const leaseWorkOf = async (api: Api, clerk: string, department: string, number: string): Promise<string> => {
  const path = `/departments/${department}/work`;
  const body = { most: 10, leaseSeconds: 60 };
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const { body: leased, again = 0 } = await insistOnAnswer(api, { as: clerk, path: `${path}/leases`, body });
    const found = await leaseAmong(api, clerk, path, leased.work, number);
    if (found) return found;
    await pause(again * 1000);
  }
  throw new Error(`the work of ${number} did not come to the queue of ${department}`);
};

/** Opens the story's ticket, by a call or by a request. Gives its number. */
const open = async ({ title, opened }: Story, api: Api, telephone: Telephone): Promise<string> => {
  if ('call' in opened) {
    const { number } = await telephone(opened.call);
    if (!number) throw new Error(`the call "${title}" ended without a number`);
    return number;
  }
  const headers = { 'idempotency-key': crypto.randomUUID() };
  return (await insist(api, { as: opened.as, path: opened.post, body: opened.body, headers })).ticket.number;
};

/** Who plays one ticket's story, and what its department has done so far. */
interface Scene {
  stack: Stack;
  api: Api;
  agent: string;
  number: string;
  /** The lease of its work, from the acceptance until the work is acknowledged. */
  lease: string | undefined;
  /** When the last department returned it: only a later dispatch is a new one. */
  returnedAt: string;
}

/** What the clerk of the ticket's department does: accept, return or resolve. */
const playClerk = async (scene: Scene, clerkDoes: string, body: unknown): Promise<void> => {
  const { stack, api, agent, number } = scene;
  const { department } = await waitUntilAssigned(api, agent, number, scene.returnedAt);
  const clerk = personOf(stack, `department:${department}`);
  scene.lease ??= await leaseWorkOf(api, clerk, department, number);
  await insist(api, { as: clerk, path: `/departments/${department}/tickets/${number}/${clerkDoes}`, body });
  if (clerkDoes === 'acceptance') return;
  await insist(api, { as: clerk, path: `/departments/${department}/work/acknowledgements`, body: { lease: scene.lease } });
  scene.lease = undefined;
  if (clerkDoes === 'return') scene.returnedAt = new Date().toISOString();
};

const isAnsweredAtOnce = ({ opened }: Story): boolean => 'body' in opened && 'answer' in opened.body;

/** Plays one story through the public doors. Gives the number of its ticket. */
export const playStory = async (story: Story, stack: Stack, api: Api, telephone: Telephone): Promise<string> => {
  const agent = personOf(stack, 'agent');
  const number = await open(story, api, telephone);
  const scene: Scene = { stack, api, agent, number, lease: undefined, returnedAt: '' };
  for (const step of story.afterwards) {
    if ('clerk' in step) await playClerk(scene, step.clerk, step.body);
    else await insist(api, { as: step.as, path: step.post.replace('{number}', number), body: step.body });
  }
  if (!isAnsweredAtOnce(story)) await waitUntilAssigned(api, agent, number, scene.returnedAt);
  return number;
};
