import { parseArgs } from 'node:util';
import { Telephone } from '#domain/telephone/telephone.ts';
import { PlainFailure } from '#local/plain-failure.ts';
import { findPool } from './people/find-pool.ts';
import { addPerson, listStaff, removePerson } from './people/staff.ts';
import { awsWords } from './which-aws.ts';

const help = `npm run people -- add <+86…> [--role <role>]… [--department <id>]… [--full-name <name>]
npm run people -- list
npm run people -- remove <+86…> [--role <role>]… [--department <id>]…

Enters agents, supervisors and clerks into the user pool of a hotline by the telephone number with which they sign in, lists
them, and takes them out. Who is new gets a password, which is printed once and must be changed at the first sign-in. remove without a role or department takes the
person out of the pool.

  --role <role>        agent or supervisor; may stand several times
  --department <id>    a clerk of this department; may stand several times
  --new-password       add: also a new password for who is there
  --local              the hotline that npm start keeps up
  --aws --stage <stage> --district <district>   a deployment in the AWS account and region of your credentials

With neither, AWS_ENDPOINT_URL decides if it is set, else a hotline that is up locally. The real AWS is only ever
touched with --aws.`;

const ROLES = ['agent', 'supervisor'];

const read = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string', multiple: true, default: [] },
      department: { type: 'string', multiple: true, default: [] },
      'full-name': { type: 'string' },
      'new-password': { type: 'boolean', default: false },
      local: { type: 'boolean', default: false },
      aws: { type: 'boolean', default: false },
      stage: { type: 'string' },
      district: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

const groupsIn = ({ role, department }: ReturnType<typeof read>['values']): string[] => {
  const unknown = role.filter((one) => !ROLES.includes(one));
  if (unknown.length > 0) throw new PlainFailure(`A role is ${ROLES.join(' or ')}, not ${unknown.join(', ')}.`);
  return [...new Set([...role, ...department.map((id) => `department:${id}`)])];
};

const run = async (): Promise<void> => {
  const { values, positionals } = read();
  const [what = '', phone = '', ...more] = positionals;
  if (values.help) return console.log(help);
  const isWhole = what === 'list' ? phone === '' : ['add', 'remove'].includes(what) && phone !== '' && more.length === 0;
  if (!isWhole) throw new PlainFailure(help);
  const groups = groupsIn(values);
  if (what === 'add' && groups.length === 0 && !values['new-password'])
    throw new PlainFailure('Say what they may do: --role agent, --role supervisor or --department <id>.');
  if (what !== 'list' && !Telephone.safeParse(phone).success)
    throw new PlainFailure(
      `People sign in by a telephone number with its country code, such as +8613800000000, not by ${phone}.`,
    );
  const { words, ...pool } = await findPool(values);
  console.log(words);
  if (what === 'list') {
    for (const one of await listStaff(pool)) console.log([one.phone, one.groups.join(', '), one.fullName].join('\t'));
    return;
  }
  if (what === 'remove') {
    const left = await removePerson(pool, { phone, groups });
    console.log(
      left === undefined ? `${phone} is gone.` : `${phone} is now in: ${left.join(', ') || 'no group, as a resident is'}.`,
    );
    console.log('A token that they have may open doors for an hour more.');
    return;
  }
  const person = { phone, groups, fullName: values['full-name'], newPassword: values['new-password'] };
  const { isNew, password } = await addPerson(pool, person);
  console.log(`${phone} ${isNew ? 'was entered' : 'was there'}: ${groups.join(', ') || 'no more groups'}.`);
  if (password !== undefined) console.log(`First password, to be changed at the first sign-in within seven days: ${password}`);
};

try {
  await run();
} catch (error) {
  console.error(awsWords(error));
  process.exit(1);
}
