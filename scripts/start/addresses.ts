import { leaseWorkContract } from '#contracts/http/lease-work.ts';
import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import type { Stack } from '#local/stack-file.ts';

type Person = Stack['people'][number];

const personWith = ({ people }: Stack, isWanted: (group: string) => boolean): Person | undefined =>
  people.find(({ groups }) => groups.some(isWanted));

const isDepartment = (group: string): boolean => group.startsWith('department:');

const departmentOf = (clerk: Person | undefined): string => clerk?.groups.find(isDepartment)?.replace('department:', '') ?? '';

const bearer = (variable: string): string => `-H "authorization: Bearer $${variable}"`;

const JSON_BODY = `-H 'content-type: application/json'`;

const toOpen = ({ api }: Stack): string => {
  const matter = JSON.stringify({ matter: '楼下的路灯不亮了 The street lamp is out' });
  const key = '-H "idempotency-key: $(date +%s%N)"';
  return `curl -sS ${api}${openTicketContract.path} ${bearer('RESIDENT')} ${JSON_BODY} ${key} -d '${matter}'`;
};

const toList = ({ api }: Stack): string => `curl -sS '${api}${listTicketsContract.path}?state=accepted' ${bearer('AGENT')}`;

const toLease = ({ api }: Stack, department: string): string => {
  const path = leaseWorkContract.path.replace('{department}', department);
  return `curl -sS ${api}${path} ${bearer('CLERK')} ${JSON_BODY} -d '{"most":1}'`;
};

/** Where people look at the hotline: the first and the last that is shown, since what is between is long. */
const pages = ({ api }: Stack): string[] => [
  `PAGES      ${api}/pages/resident     residents`,
  `           ${api}/pages/desk         desk`,
  `           ${api}/pages/department   departments`,
];

/** The text that shows a person where everything of a running hotline is and what to try; `texts` is where its texts are read. */
export const addressesOf = (stack: Stack, texts?: string): string => {
  const clerk = personWith(stack, isDepartment);
  return [
    ...pages(stack),
    ...(texts === undefined ? [] : [`texts sent ${texts}`]),
    `API        ${stack.api}`,
    ...Object.values(stack.webhooks).map((address) => `no token   ${address}`),
    `local AWS  ${stack.endpoint} (${stack.region}, account ${stack.account}; any key and secret)`,
    'all of it  .local/stack.json',
    '',
    'What to try in another terminal. A phone call (--provider twilio, connect or jambonz; 0 for a person, 9 to hear it again):',
    'npm run call',
    'Requests. The first line sets the addresses, the local AWS for the AWS CLI, and the tokens of sample people: RESIDENT,',
    'AGENT, CLERK, SUPERVISOR. A token lasts an hour; then run that line again.',
    'eval "$(npm run --silent variables)"',
    toOpen(stack),
    toList(stack),
    toLease(stack, departmentOf(clerk)),
    '',
    ...pages(stack),
  ].join('\n');
};
