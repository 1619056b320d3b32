import { leaseWorkContract } from '../shared/contracts/http/lease-work.ts';
import { listTicketsContract } from '../shared/contracts/http/list-tickets.ts';
import { openTicketContract } from '../shared/contracts/http/open-ticket.ts';
import type { Stack } from '../local/stack-file.ts';

type Person = Stack['people'][number];

/** Takes a running hotline; gives the text that tells a person where everything is and what to try. */
export function addressesOf(stack: Stack): string {
  const sample = (isWanted: (group: string) => boolean): Person | undefined =>
    stack.people.find(({ groups }) => groups.some(isWanted));
  const resident = sample((group) => group === 'resident');
  const agent = sample((group) => group === 'agent');
  const clerk = sample((group) => group.startsWith('department:'));
  const department = clerk?.groups.find((group) => group.startsWith('department:'))?.slice('department:'.length);
  const bearer = (person: Person): string => `-H 'authorization: Bearer ${person.token}'`;
  const json = `-H 'content-type: application/json'`;
  const matter = JSON.stringify({ kind: 'help', matter: '楼下的路灯不亮了 The street lamp is out', area: stack.district });

  return [
    `API        ${stack.api}`,
    ...Object.values(stack.webhooks).map((address) => `webhook    ${address}`),
    `local AWS  ${stack.endpoint} (${stack.region}, account ${stack.account}; any key and secret)`,
    'everything .local/stack.json',
    '',
    ...[resident, agent, clerk].flatMap((person) =>
      person ? [`Token of ${person.id} (${person.name}; ${person.groups.join(', ')}):`, person.token, ''] : [],
    ),
    'Try:',
    ...(resident
      ? [`curl -sS ${stack.api}${openTicketContract.path} ${bearer(resident)} ${json} -H 'idempotency-key: ${crypto.randomUUID()}' -d '${matter}'`]
      : []),
    ...(agent ? [`curl -sS '${stack.api}${listTicketsContract.path}?state=accepted' ${bearer(agent)}`] : []),
    ...(clerk && department
      ? [`curl -sS ${stack.api}${leaseWorkContract.path.replace('{department}', department)} ${bearer(clerk)} ${json} -d '{"most":1}'`]
      : []),
  ].join('\n');
}
