import type { Page } from 'playwright-core';

/** Writes a matter and goes on to what the hotline understood of it. The person is signed in. */
export const describeMatter = async (page: Page, matter: string, place?: string): Promise<void> => {
  await page.getByRole('link', { name: '我要反映' }).click();
  await page.getByLabel('请用自己的话写').fill(matter);
  if (place) await page.getByLabel('在什么地方').fill(place);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('heading', { name: '请看一下，这样理解对吗？' }).waitFor();
  await page.getByRole('term').filter({ hasText: '您写的' }).waitFor();
};

/** Files what was described, and says that nobody is in danger if the hotline asks. Gives the number of the ticket. */
export const fileMatter = async (page: Page): Promise<string> => {
  const nobody = page.getByRole('group', { name: '有人有危险吗？' }).getByLabel('没有');
  if (await nobody.isVisible()) await nobody.check();
  await page.getByRole('button', { name: '提交' }).click();
  return numberFiled(page);
};

/** The number on the page that says that a matter is filed. */
export const numberFiled = async (page: Page): Promise<string> => {
  await page.getByRole('heading', { name: /^已经/ }).waitFor({ timeout: 40_000 });
  return (
    await page
      .getByText(/^[A-Z]{2}\d{12}$/)
      .first()
      .innerText()
  ).trim();
};

/** A clerk waits until a ticket is in the department's list, which follows what happens by itself, and opens it. */
export const findTicket = async (page: Page, number: string): Promise<void> => {
  await page.getByRole('link', { name: '本单位的工单' }).first().click();
  const line = page.getByRole('listitem').filter({ hasText: number });
  await line.getByRole('link').click({ timeout: 40_000 });
  await page.getByRole('heading', { name: number }).waitFor();
};

/** Whether a person sees the whole page without moving it sideways. */
export const isAsWideAsTheWindow = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
