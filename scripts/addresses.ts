import { leaseWorkContract } from '#contracts/http/lease-work.ts';
import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import type { Stack } from '#local/stack-file.ts';

type Person = Stack['people'][number];

/** Takes a running hotline; gives the text that tells a person where everything is and what to try. */
export function addressesOf(stack: Stack): string {
  const sample = (isWanted: (group: string) => boolean): Person | undefined =>
    stack.people.find(({ groups }) => groups.some(isWanted));
  const resident = sample((group) => group === 'resident');
  const agent = sample((group) => group === 'agent');
  const clerk = sample((group) => group.startsWith('department:'));
  const department = clerk?.groups.find((group) => group.startsWith('department:'))?.slice('department:'.length);
  const json = `-H 'content-type: application/json'`;
  const matter = JSON.stringify({ kind: 'help', matter: '楼下的路灯不亮了 The street lamp is out', area: stack.district });

  const token = (variable: string, person: Person | undefined): string[] =>
    person ? [`# ${person.id}, ${person.name} (${person.groups.join(', ')})`, `${variable}=${person.token}`] : [];
  const bearer = (variable: string): string => `-H "authorization: Bearer $${variable}"`;
  return [
    `API        ${stack.api}`,
    ...Object.values(stack.webhooks).map((address) => `webhook    ${address}`),
    `local AWS  ${stack.endpoint} (${stack.region}, account ${stack.account}; any key and secret)`,
    'all of it  .local/stack.json',
    '',
    'Three tokens, to paste into a shell:',
    ...token('RESIDENT', resident),
    ...token('AGENT', agent),
    ...token('CLERK', clerk),
    '',
    'and what to try: a phone call in this terminal (--provider twilio, connect or jambonz; 0 for a person, 9 to hear it again)',
    'npm run call',
    'and with the tokens:',
    `curl -sS ${stack.api}${openTicketContract.path} ${bearer('RESIDENT')} ${json} -H "idempotency-key: $(date +%s%N)" -d '${matter}'`,
    `curl -sS '${stack.api}${listTicketsContract.path}?state=accepted' ${bearer('AGENT')}`,
    `curl -sS ${stack.api}${leaseWorkContract.path.replace('{department}', department ?? '')} ${bearer('CLERK')} ${json} -d '{"most":1,"waitSeconds":5}'`,
  ].join('\n');
}
