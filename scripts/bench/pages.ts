import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Browser, Page } from 'playwright-core';
import type { District } from '#domain/district/district.ts';
import { plusMinutes } from '#domain/instant.ts';
import { bringUp } from '#local/bring-up.ts';
import type { Stack } from '#local/stack-file.ts';
import { openWindow, signInAs, startBrowser } from '#simulator/browser/browser.ts';
import { median } from './median.ts';
import { openedAt, writeAll } from './years-of-tickets.ts';

/** A telephone with a weak signal, as Lighthouse takes it: 150 ms there and back, 1.6 Mbit/s, a processor four times as slow. */
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const SLOWER_BY = 4;
const ROUNDS = 5;

/** How long a page takes for somebody who comes for the first time, and for one who comes again. */
export interface PageTime {
  page: string;
  /** Milliseconds until something is to be read. */
  content: number;
  /** Milliseconds until the thing that people come for is there and answers. */
  usable: number;
  /** The same to the time of one small file over the same network. */
  contentRatio: number;
  usableRatio: number;
}

/** Makes network and processor slow; what it gives says if files are taken from what the browser keeps. */
const slowed = async (page: Page): Promise<(isKept: boolean) => Promise<void>> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY });
  return async (isKept) => void (await devtools.send('Network.setCacheDisabled', { cacheDisabled: !isKept }));
};

const FIRST_CONTENT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0`;

/** Loads the page and waits for what people come for; it is usable once it takes a key or a press. */
const timesOf = async (page: Page, isThere: () => Promise<unknown>): Promise<{ content: number; usable: number }> => {
  const began = performance.now();
  await page.reload({ waitUntil: 'commit' });
  await isThere();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  const usable = performance.now() - began;
  return { content: await page.evaluate<number>(FIRST_CONTENT), usable };
};

/** The middle of several loads. */
const measured = async (name: string, page: Page, isThere: () => Promise<unknown>): Promise<Omit<PageTime, `${string}Ratio`>> => {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timesOf(page, isThere));
  return { page: name, content: median(times.map(({ content }) => content)), usable: median(times.map(({ usable }) => usable)) };
};

/** Writes open tickets, as fast as it goes. */
const fillDesk = async ({ endpoint, region, tables }: Stack, count: number, district: District): Promise<void> => {
  const base = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  const name = tables.find(({ path }) => /tickets/i.test(path))?.name;
  if (!name) throw new Error(`the stack has no table of tickets, only ${tables.map(({ path }) => path).join(', ')}`);
  const now = new Date().toISOString();
  await writeAll(
    client,
    name,
    Array.from({ length: count }, (_, n) => openedAt(plusMinutes(now, -n), n, district)),
  );
  base.destroy();
};

/** A window of a size, signed in if a name is given. */
const pageFor = async (browser: Browser, address: string, width: number, name?: string): Promise<Page> => {
  const context = await openWindow(browser, { viewport: { width, height: 800 }, serviceWorkers: 'block' });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(address);
  if (name) await signInAs(page, name);
  return page;
};

const measureIn = async (browser: Browser, api: string): Promise<PageTime[]> => {
  const resident = await pageFor(browser, `${api}/pages/resident`, 360);
  const isAsked = () => resident.getByLabel('请用自己的话写').waitFor();
  await isAsked();
  const residentKeeps = await slowed(resident);
  await residentKeeps(false);
  const first = await measured('resident, first visit', resident, isAsked);
  const small = [];
  for (let round = 0; round < ROUNDS; round += 1)
    small.push(
      await resident.evaluate<number>(
        `(async () => { const began = performance.now(); await (await fetch('icon.svg', { cache: 'no-store' })).text(); return performance.now() - began; })()`,
      ),
    );
  await residentKeeps(true);
  const again = await measured('resident, again', resident, isAsked);
  const desk = await pageFor(browser, `${api}/pages/desk`, 1280, '孙婷');
  const isListed = () => desk.getByRole('listitem').getByRole('link').first().waitFor();
  await isListed();
  const deskKeeps = await slowed(desk);
  await deskKeeps(false);
  const queue = await measured('desk, first visit', desk, isListed);
  await deskKeeps(true);
  const queueAgain = await measured('desk, again', desk, isListed);
  const one = median(small);
  return [first, again, queue, queueAgain].map((time) => ({
    ...time,
    contentRatio: time.content / one,
    usableRatio: time.usable / one,
  }));
};

/** Opens the pages in a browser with a slow network, against a hotline of its own with so many open tickets at the desk. */
export const measurePages = async (district: District, openTickets: number): Promise<PageTime[]> => {
  const hotline = await bringUp({ district: district.id });
  try {
    await fillDesk(hotline.stack, openTickets, district);
    const browser = await startBrowser();
    try {
      return await measureIn(browser, hotline.stack.api);
    } finally {
      await browser.close();
    }
  } finally {
    await hotline.stop();
  }
};
