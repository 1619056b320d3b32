import type { PageSettings } from '#contracts/pages/page-settings.ts';

/** What the deployment says of itself; it stands in the HTML. */
export const settings: PageSettings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}');

const here = import.meta.url;

/** The address of the API: the code lies in `pages/assets/` below it. */
export const apiAddress = new URL('../../', here).href;

/** Where the pages themselves lie. */
export const pagesAddress = new URL('../', here).href;
