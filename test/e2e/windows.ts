import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Eyes, openWindow, signInAs, startBrowser } from '#simulator/browser/browser.ts';
import { isAsWideAsTheWindow } from '#simulator/browser/steps.ts';

/** What browsers complained of: a refused file, or code that threw. */
export const complaints: string[] = [];

type Audience = 'resident' | 'desk' | 'department';

/** A browser for the tests of one file, which ends with them, and how its windows are opened. */
export const usingBrowser = (api: string) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  /** A window of nobody, with nothing kept from others. */
  const open = (eyes: Eyes = {}): Promise<BrowserContext> => openWindow(browser, eyes);

  /** A window of one sample person, on the page of an audience. */
  const windowOf = async (audience: Audience, name: string, eyes: Eyes = {}): Promise<Page> => {
    const page = await (await open(eyes)).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (said) => {
      if (/Content Security Policy/.test(said.text())) complaints.push(said.text());
    });
    await page.goto(`${api}/pages/${audience}`);
    await signInAs(page, name);
    return page;
  };

  return { open, windowOf };
};

/** What axe finds on a page, each with the place. */
export const violationsOn = async (page: Page): Promise<string[]> => {
  // Colours that are still changing are between two. A page that is not drawn never ends them.
  await page.evaluate(
    `Promise.race([Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))), new Promise((done) => setTimeout(done, 1000))])`,
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/** Axe finds nothing on a page in light, in dark, and with large letters and contrast, and it is as wide as the window. */
export const looksWell = async (page: Page): Promise<void> => {
  expect(await violationsOn(page)).toEqual([]);
  expect(await isAsWideAsTheWindow(page)).toBe(true);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  for (const choice of ['大字', '高对比度']) await page.getByRole('button', { name: choice }).click();
  expect(await violationsOn(page)).toEqual([]);
  expect(await isAsWideAsTheWindow(page)).toBe(true);
  for (const choice of ['大字', '高对比度']) await page.getByRole('button', { name: choice }).click();
};
