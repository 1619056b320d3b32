import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';
import { showChinese } from './chinese-font.ts';

/** The Chromium of the package is for this system alone; elsewhere an installed Chrome is used. */
const hasOwn = process.platform === 'linux' && process.arch === 'x64';

/** Starts a browser without a window. It ends with close. */
export const startBrowser = async (): Promise<Browser> => {
  if (!hasOwn) return driver.launch({ channel: 'chrome' });
  const args = chromium.args.filter((arg) => !/^--(single-process|no-zygote|headless)/.test(arg));
  return driver.launch({ executablePath: await chromium.executablePath(), args });
};

/** How somebody looks at the pages. */
export interface Eyes extends Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'serviceWorkers'> {
  /** For pictures: it needs the policy of the pages to be off, so tests leave it out. */
  chinese?: boolean;
}

/** A window of somebody's own, with nothing kept from others. */
export const openWindow = async (browser: Browser, { chinese = false, ...eyes }: Eyes = {}): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', bypassCSP: chinese, ...eyes });
  context.setDefaultTimeout(10_000);
  if (chinese) await showChinese(context);
  return context;
};

/** Signs in as a sample person, as a person does who is asked to choose one. */
export const signInAs = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: '登录' }).first().click();
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
};
