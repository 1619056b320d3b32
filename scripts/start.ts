import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bringUp, type RunningHotline } from '#local/bring-up.ts';
import { phoneContext } from '#local/phone-context.ts';
import { PlainFailure, wordsOf } from '#local/plain-failure.ts';
import { projectFolder } from '#local/project-folder.ts';
import { readStack, removeStack, writeStack } from '#local/stack-file.ts';
import { startPhoneProvider } from '#simulator/phone-provider.ts';
import { playSampleDay } from '#simulator/sample-day/play-sample-day.ts';
import { addressesOf } from './addresses.ts';

const usualPort = 4566;
// The tokens are valid for an hour.
const renewTokensEveryMs = 40 * 60_000;

const districts = readdirSync(join(projectFolder, 'config'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const help = `npm start -- [options]

Brings the whole hotline up on a local AWS, plays a sample day and stays up until Ctrl-C.

  --port <number>    where the local AWS listens (${usualPort})
  --district <name>  whose data: ${districts.join(', ')} (linzi)
  --no-day           don't play the sample day
  --help             this text

With AWS_ENDPOINT_URL set, the local AWS at that address is used and none is started.`;

type Choice = { readonly district: string; readonly port: number; readonly day: boolean; readonly help: boolean };

function readArguments(): Choice {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        district: { type: 'string', default: 'linzi' },
        day: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    if (values.port !== undefined && process.env.AWS_ENDPOINT_URL) {
      throw new PlainFailure(
        '--port is for a local AWS that is started here, but AWS_ENDPOINT_URL names one: leave one of the two out.',
      );
    }
    const port = Number(values.port ?? usualPort);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new PlainFailure(`--port must be a number from 1 to 65535, not ${values.port}.`);
    return { district: values.district, port, day: values.day, help: values.help };
  } catch (error) {
    if (error instanceof PlainFailure) throw error;
    throw new PlainFailure(`${error instanceof Error ? error.message : error}\n\n${help}`);
  }
}

function refuseASecondOne(): void {
  const other = readStack();
  if (!other) return;
  throw new PlainFailure(
    `The hotline is up already at ${other.endpoint} (process ${other.pid}): press Ctrl-C there before you start another.`,
  );
}

/** Gives a signal that is aborted by Ctrl-C; further ones change nothing, since npm and the terminal both send it. */
function listenForTheEnd(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort(new PlainFailure('Stopped before it was up.')));
  }
  return controller.signal;
}

async function stayUp(hotline: RunningHotline, end: AbortSignal): Promise<void> {
  const timer = setInterval(async () => {
    try {
      await writeStack(await hotline.renewTokens());
    } catch (error) {
      console.error(`The sample people's tokens could not be renewed: ${wordsOf(error)}`);
    }
  }, renewTokensEveryMs);
  await new Promise<void>((resolve) => {
    if (end.aborted) resolve();
    else end.addEventListener('abort', () => resolve());
  });
  clearInterval(timer);
}

async function start(choice: Choice): Promise<void> {
  refuseASecondOne();
  const end = listenForTheEnd();
  const began = performance.now();
  const say = (what: string): void => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  const endpoint = process.env.AWS_ENDPOINT_URL || undefined;

  const provider = await startPhoneProvider();
  const context = phoneContext(provider.url);
  const hotline = await bringUp({ ...choice, endpoint, context, onProgress: say, signal: end });
  try {
    await writeStack(hotline.stack);
    if (choice.day) {
      say('playing the sample day');
      // Ctrl-C must not wait for the day to end.
      await Promise.race([
        playSampleDay(hotline.stack),
        new Promise<void>((resolve) => end.addEventListener('abort', () => resolve())),
      ]);
    }
    if (!end.aborted) {
      console.log(`\n${addressesOf(hotline.stack)}\n`);
      say('The hotline is up. Ctrl-C stops it.');
      await stayUp(hotline, end);
    }
    console.log('\nStopping …');
  } finally {
    await removeStack();
    await hotline.stop();
    await provider.stop();
  }
  console.log(endpoint ? `Stopped. What was deployed to ${endpoint} stays there.` : 'Stopped.');
}

try {
  const choice = readArguments();
  if (choice.help) console.log(help);
  else await start(choice);
  process.exit(0);
} catch (error) {
  console.error(`\n${wordsOf(error)}`);
  process.exit(1);
}
