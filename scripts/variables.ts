import { localVariables } from '#local/endpoint.ts';
import { readStack } from '#local/stack-file.ts';

/**
 * Prints where the running hotline is, as assignments for a shell: eval "$(npm run --silent variables)". The hotline is the
 * one of npm start, or the one whose stack file is named.
 */
const stack = readStack(process.argv[2]);
if (!stack) {
  console.error('No hotline is up: run npm start in another terminal and wait until it says so.');
  process.exit(1);
}
const tokenOf = (group: string): string => stack.people.find(({ groups }) => groups.includes(group))?.token ?? '';
const department = stack.people.flatMap(({ groups }) => groups).find((group) => group.startsWith('department:')) ?? '';
const id = department.replace('department:', '');
const variables = {
  API: stack.api,
  VOICE: stack.webhooks['/voice/twilio'] ?? '',
  ...localVariables(stack.endpoint),
  DEPARTMENT: id,
  RESIDENT: tokenOf('resident'),
  AGENT: tokenOf('agent'),
  SUPERVISOR: tokenOf('supervisor'),
  CLERK: tokenOf(department),
  WORK_QUEUE: stack.queues.find(({ name }) => name.endsWith(`-work-${id}`))?.url ?? '',
};
for (const [name, value] of Object.entries(variables)) console.log(`export ${name}='${value}'`);
