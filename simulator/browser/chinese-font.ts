import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';

const folder = dirname(fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-sc/index.css')));
const PLACE = 'http://font.invalid/';

/** The Chromium of the tests has no Chinese letters: it gets some, which never leave this process. */
export const showChinese = async (context: BrowserContext): Promise<void> => {
  const css = readFileSync(join(folder, 'index.css'), 'utf8')
    .replaceAll('./files/', `${PLACE}files/`)
    // In the place of what a browser takes for any font of the system.
    .replaceAll("'Noto Sans SC Variable'", "'Noto Sans SC'");
  await context.route(`${PLACE}**`, (route) => {
    const name = new URL(route.request().url()).pathname;
    return route.fulfill({
      contentType: 'font/woff2',
      headers: { 'access-control-allow-origin': '*' },
      body: readFileSync(join(folder, name)),
    });
  });
  const style = `${css} body { font-family: 'Noto Sans SC', sans-serif !important; }`;
  await context.addInitScript({
    content: `document.addEventListener('DOMContentLoaded', () => {
      const element = document.createElement('style');
      element.textContent = ${JSON.stringify(style)};
      document.head.append(element);
    });`,
  });
};
