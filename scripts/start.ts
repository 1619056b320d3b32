import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bringUp, type RunningHotline } from '#local/bring-up.ts';
import { phoneContext } from '#local/phone-context.ts';
import { PlainFailure, wordsOf } from '#local/plain-failure.ts';
import { projectFolder } from '#local/project-folder.ts';
import { readStack, removeStack, writeStack } from '#local/stack-file.ts';
import { startPhoneProvider, TEXTS } from '#simulator/phone-provider.ts';
import { playSampleDay } from '#simulator/sample-day/play-sample-day.ts';
import { addressesOf } from './start/addresses.ts';

const USUAL_PORT = 4566;

/** The tokens are valid for an hour. */
const RENEW_TOKENS_EVERY_MS = 40 * 60_000;

const districts = readdirSync(join(projectFolder, 'config'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const HELP = `npm start -- [options]

Brings the whole hotline up on a local AWS, plays a sample day and stays up until Ctrl-C.

  --port <number>    where the local AWS listens (${USUAL_PORT})
  --district <name>  whose data: ${districts.join(', ')} (linzi)
  --no-day           don't play the sample day
  --help             this text

With AWS_ENDPOINT_URL set, the local AWS at that address is used and none is started.`;

/** What the command line asks for. */
interface Choice {
  district: string;
  port: number;
  day: boolean;
  help: boolean;
}

/** Throws a PlainFailure for a port that is none, or for a second one beside AWS_ENDPOINT_URL. */
const portIn = (wished: string | undefined): number => {
  if (wished !== undefined && process.env.AWS_ENDPOINT_URL) {
    throw new PlainFailure(
      '--port is for a local AWS that is started here, but AWS_ENDPOINT_URL names one: leave --port out, or run unset AWS_ENDPOINT_URL.',
    );
  }
  const port = Number(wished ?? USUAL_PORT);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new PlainFailure(`--port must be a number from 1 to 65535, not ${wished}.`);
};

const readArguments = (): Choice => {
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
    return { district: values.district, port: portIn(values.port), day: values.day, help: values.help };
  } catch (error) {
    if (error instanceof PlainFailure) throw error;
    throw new PlainFailure(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
};

const refuseASecondOne = (): void => {
  const other = readStack();
  if (!other) return;
  throw new PlainFailure(
    `The hotline is up already at ${other.endpoint} (process ${other.pid}): press Ctrl-C there before you start another.`,
  );
};

/** A signal that is aborted by Ctrl-C; further ones change nothing, since npm and the terminal both send it. */
const endSignal = (): AbortSignal => {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort(new PlainFailure('Stopped before it was up.')));
  }
  return controller.signal;
};

const untilAborted = (end: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (end.aborted) resolve();
    else end.addEventListener('abort', () => resolve());
  });

const stayUp = async (hotline: RunningHotline, end: AbortSignal): Promise<void> => {
  const timer = setInterval(async () => {
    try {
      await writeStack(await hotline.renewTokens());
    } catch (error) {
      console.error(`The sample people's tokens could not be renewed: ${wordsOf(error)}`);
    }
  }, RENEW_TOKENS_EVERY_MS);
  await untilAborted(end);
  clearInterval(timer);
};

type Say = (what: string) => void;

/** Says when it was, in seconds since now, and what. */
const sayingWhen = (): Say => {
  const began = performance.now();
  return (what) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);
};

const showAndStayUp = async (
  hotline: RunningHotline,
  { day, texts }: { day: boolean; texts: string },
  say: Say,
  end: AbortSignal,
): Promise<void> => {
  await writeStack(hotline.stack);
  if (day) say('playing the sample day');
  // Ctrl-C must not wait for the day to end.
  const whatBecame = day ? await Promise.race([playSampleDay(hotline.stack), untilAborted(end)]) : undefined;
  if (end.aborted) return;
  console.log(`\n${addressesOf(hotline.stack, texts)}\n`);
  // The last on the screen is what a newcomer looks at.
  if (whatBecame) console.log(`${whatBecame}\n`);
  say('The hotline is up. Ctrl-C stops it.');
  await stayUp(hotline, end);
};

const start = async (choice: Choice): Promise<void> => {
  refuseASecondOne();
  const end = endSignal();
  const say = sayingWhen();
  const endpoint = process.env.AWS_ENDPOINT_URL || undefined;
  const provider = await startPhoneProvider();
  const context = phoneContext(provider.url);
  const hotline = await bringUp({ ...choice, endpoint, context, onProgress: say, signal: end });
  try {
    await showAndStayUp(hotline, { day: choice.day, texts: provider.url + TEXTS }, say, end);
    console.log('\nStopping …');
  } finally {
    await removeStack();
    await hotline.stop();
    await provider.stop();
  }
  console.log(endpoint ? `Stopped. What was deployed to ${endpoint} stays there.` : 'Stopped.');
};

try {
  const choice = readArguments();
  if (choice.help) console.log(HELP);
  else await start(choice);
  process.exit(0);
} catch (error) {
  console.error(`\n${wordsOf(error)}`);
  process.exit(1);
}
