import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { bringUp } from '#local/bring-up.ts';
import { phoneContext } from '#local/phone-context.ts';
import { wordsOf } from '#local/plain-failure.ts';
import { projectFolder } from '#local/project-folder.ts';
import type { Stack } from '#local/stack-file.ts';
import { openWindow, signInAs, startBrowser } from '#simulator/browser/browser.ts';
import { describeMatter, fileMatter, findTicket } from '#simulator/browser/steps.ts';
import { apiOf, insist } from '#simulator/doors.ts';
import { type PhoneProvider, startPhoneProvider } from '#simulator/phone-provider.ts';
import { playSampleDay } from '#simulator/sample-day/play-sample-day.ts';
import { loseCaller } from '#simulator/telephone/lost-caller.ts';

/** Draws every page for docs/pictures/, on a phone and on a wide screen, with a hotline of its own and its sample day. */
const folder = join(projectFolder, 'docs', 'pictures');
const WIDTHS = [360, 1280];

/** A picture of the whole page. Letters come when they are first needed. */
const draw = async (page: Page, name: string, width: number): Promise<void> => {
  await page.waitForTimeout(300);
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  console.log(`${name}-${width}.png`);
};

const windowOf = async (browser: Browser, width: number): Promise<Page> =>
  (await openWindow(browser, { viewport: { width, height: 800 }, chinese: true, serviceWorkers: 'block' })).newPage();

const drawResident = async (browser: Browser, api: string, width: number): Promise<string> => {
  const page = await windowOf(browser, width);
  await page.goto(`${api}/pages/resident`);
  await page.getByRole('heading', { name: '您要反映什么事？' }).waitFor();
  await draw(page, 'resident-report', width);
  await page.getByRole('button', { name: '下一步' }).click();
  await draw(page, 'resident-error', width);
  await signInAs(page, '王秀兰');
  await describeMatter(page, '我家楼下煤气味很大，有人头晕', '稷下街道文苑社区3号楼');
  await draw(page, 'resident-danger', width);
  await describeMatter(page, '文苑社区门口水管爆了，水流了一地', '文苑社区大门口');
  await draw(page, 'resident-check', width);
  const number = await fileMatter(page);
  await draw(page, 'resident-filed', width);
  await page.getByRole('link', { name: '看这张工单' }).click();
  await page.getByText('办理经过').waitFor();
  await page.waitForTimeout(2000);
  await page.reload();
  await page.getByText('办理经过').waitFor();
  await draw(page, 'resident-ticket', width);
  await page.getByRole('link', { name: '我的工单' }).click();
  await page.getByRole('listitem').first().waitFor();
  await draw(page, 'resident-own', width);
  return number;
};

/** The code that was texted to a telephone, once it was. */
const codeTo = async (phone: string, { asked }: PhoneProvider): Promise<string> => {
  for (;;) {
    const text = asked.findLast(({ fields }) => fields.To === `+86${phone}` && fields.Body?.includes('验证码'));
    if (text) return /\d{6}/.exec(text.fields.Body?.split('验证码')[1] ?? '')?.[0] ?? '';
    await wait(200);
  }
};

/** Somebody without an account looks up what an agent filed for them. */
const drawLookUp = async (browser: Browser, stack: Stack, width: number, texts: PhoneProvider): Promise<void> => {
  const phone = `10000000${String(width % 1000).padStart(3, '0')}`;
  const body = { kind: 'help', category: 'water-leak', area: 'qidu', matter: '楼道里水管漏水', contact: { phone } };
  const headers = { 'idempotency-key': `picture-${width}` };
  const { ticket } = await insist(apiOf(stack), { as: 'agent-sun', path: '/desk/tickets', body, headers });
  const page = await windowOf(browser, width);
  await page.goto(`${stack.api}/pages/resident#/look-up`);
  await page.getByLabel('工单号').fill(ticket.number);
  await page.getByLabel('手机号').fill(phone);
  await draw(page, 'resident-look-up', width);
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByRole('heading', { name: '请输入验证码' }).waitFor();
  await draw(page, 'resident-look-up-code', width);
  await page.getByLabel('验证码', { exact: true }).fill(await codeTo(phone, texts));
  await page.getByRole('button', { name: '查工单' }).click();
  await page.getByText('办理经过').waitFor();
  await draw(page, 'resident-look-up-ticket', width);
};

const drawDesk = async (browser: Browser, stack: Stack, width: number, number: string): Promise<void> => {
  const { api } = stack;
  const page = await windowOf(browser, width);
  await page.goto(`${api}/pages/desk`);
  await signInAs(page, '孙婷');
  await page.getByRole('button', { name: '已派单' }).click();
  await page.getByText(number).waitFor();
  await draw(page, 'desk-queue', width);
  await page.getByText('筛选', { exact: true }).click();
  await draw(page, 'desk-filters', width);
  await page.getByRole('listitem').filter({ hasText: number }).getByRole('link').click();
  await page.getByText('办理经过').waitFor();
  await draw(page, 'desk-ticket', width);
  await page.getByRole('link', { name: '新建工单' }).click();
  await page.getByLabel('事情').fill('稷下街道文苑社区的暖气不热，家里老人冻病了');
  await page.getByRole('region', { name: '目前的理解' }).getByText('文苑社区').waitFor();
  await draw(page, 'desk-new-ticket', width);
  await loseCaller(stack, `+86139${String(width).padStart(8, '0')}`);
  await page.getByRole('link', { name: '待回电', exact: true }).click();
  await page.getByText(/人要回电/).waitFor({ timeout: 40_000 });
  await page.getByRole('button', { name: '领取下一位' }).click();
  await page.getByRole('link', { name: '为这位来电人新建工单' }).waitFor();
  await draw(page, 'desk-call-backs', width);
};

const drawDepartment = async (browser: Browser, api: string, width: number, number: string): Promise<void> => {
  const page = await windowOf(browser, width);
  await page.goto(`${api}/pages/department`);
  await signInAs(page, '周明远');
  await findTicket(page, number);
  await draw(page, 'department-ticket', width);
  await page.getByRole('button', { name: '签收' }).click();
  await page.getByLabel('办理结果').waitFor();
  await draw(page, 'department-accepted', width);
  await page.getByRole('link', { name: '回到本单位的工单' }).click();
  await page.getByRole('listitem').filter({ hasText: number }).waitFor();
  await draw(page, 'department-inbox', width);
  await page.getByRole('link', { name: '统计' }).click();
  await page.getByRole('table').first().waitFor();
  await draw(page, 'department-figures', width);
};

const drawAll = async (stack: Stack, texts: PhoneProvider): Promise<void> => {
  const { api } = stack;
  const browser = await startBrowser();
  try {
    for (const width of WIDTHS) {
      const number = await drawResident(browser, api, width);
      await drawLookUp(browser, stack, width, texts);
      await drawDesk(browser, stack, width, number);
      await drawDepartment(browser, api, width, number);
    }
  } finally {
    await browser.close();
  }
};

const provider = await startPhoneProvider();
try {
  mkdirSync(folder, { recursive: true });
  const hotline = await bringUp({
    district: 'linzi',
    context: phoneContext(provider.url),
    onProgress: (what) => console.log(`  ${what}`),
  });
  try {
    await playSampleDay(hotline.stack);
    await drawAll(hotline.stack, provider);
  } finally {
    await hotline.stop();
  }
} catch (error) {
  console.error(wordsOf(error));
  process.exitCode = 1;
} finally {
  await provider.stop();
}
process.exit();
