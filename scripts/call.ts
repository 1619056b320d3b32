import { parseArgs } from 'node:util';
import { PlainFailure, wordsOf } from '#local/plain-failure.ts';
import { readStack, type Stack } from '#local/stack-file.ts';
import { giveTickets } from '#simulator/telephone/given-ticket.ts';
import { numberHeard } from '#simulator/telephone/number-heard.ts';
import { personAt } from '#simulator/telephone/person.ts';
import { ring } from '#simulator/telephone/provider.ts';
import type { CallRecord } from '#simulator/telephone/script.ts';
import { answersWith, readScriptedCall } from '#simulator/telephone/scripted-call.ts';
import { lettersOf, PROVIDERS, type ProviderName, providerOf, telephoneOf } from '#simulator/telephone/telephone.ts';
import { wiresTo } from '#simulator/telephone/wires.ts';

const HELP = `npm run call -- [options]

Calls the hotline that npm start keeps up, by a telephone and its provider in one. What the caller hears is printed; write
what they do: digits and # are keys, an empty line is silence, "hang up" or Ctrl-D hangs up, anything else is said.

  --provider <name>  ${PROVIDERS.join(', ')} (twilio)
  --from <number>    who calls (+8610000000099)
  --script <file>    plays a call that is written down, such as events/voice/calls/01-report-by-speech.json
  --json             prints what the provider sent and was answered; the rest goes to stderr
  --help             this text`;

/** What the command line asks for. */
interface Choice {
  provider: ProviderName;
  from: string | undefined;
  script: string | undefined;
  json: boolean;
  help: boolean;
}

const readArguments = (): Choice => {
  const { values } = parseArgs({
    options: {
      provider: { type: 'string', default: 'twilio' },
      from: { type: 'string' },
      script: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const provider = PROVIDERS.find((name) => name === values.provider);
  if (!provider) throw new PlainFailure(`--provider is one of ${PROVIDERS.join(', ')}, not ${values.provider}.`);
  const { from, script, json } = values;
  if (from !== undefined && !/^\+\d{3,15}$/.test(from))
    throw new PlainFailure(`--from is a number like +8610000000099, not ${from}.`);
  return { provider, from, script, json, help: values.help };
};

/** Plays a call that is written down; a ticket that its caller must have is opened first. */
const playScript = async (
  stack: Stack,
  file: string,
  { provider, from }: Choice,
  say: NodeJS.WritableStream,
): Promise<CallRecord> => {
  const call = readScriptedCall(file);
  const phone = from ?? call.from;
  const given = await giveTickets(stack, call, phone);
  say.write(`${call.title}\n\n`);
  const telephone = await telephoneOf(stack, provider);
  const record = await telephone({ from: phone, answers: answersWith(call.answers, given) });
  for (const words of record.heard) say.write(`☎ ${words}\n`);
  return record;
};

/** A call of the person at the terminal. */
const talk = async (
  stack: Stack,
  { provider, from = '+8610000000099' }: Choice,
  say: NodeJS.WritableStream,
): Promise<CallRecord> => {
  const caller = personAt(process.stdin, say);
  try {
    const rung = await ring(await providerOf(stack, provider), { from, caller }, wiresTo(stack));
    return { ...rung, heard: caller.heard, number: numberHeard(caller.heard, lettersOf(stack)) };
  } finally {
    caller.leave();
  }
};

const run = async (choice: Choice): Promise<void> => {
  const stack = readStack();
  if (!stack) throw new PlainFailure('No hotline is up: run npm start in another terminal and wait until it says so.');
  const say = choice.json ? process.stderr : process.stdout;
  const record = choice.script ? await playScript(stack, choice.script, choice, say) : await talk(stack, choice, say);
  say.write(`\nThe call is over (${record.id}).${record.number ? ` Its ticket is ${record.number}.` : ''}\n`);
  if (choice.json) console.log(JSON.stringify(record, null, 2));
};

try {
  const choice = readArguments();
  if (choice.help) console.log(HELP);
  else await run(choice);
  process.exit(0);
} catch (error) {
  // A wrong option: its message says which.
  const isOption = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  console.error(isOption ? `${(error as Error).message}\n\n${HELP}` : wordsOf(error));
  process.exit(1);
}
