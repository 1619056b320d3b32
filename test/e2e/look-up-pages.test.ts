import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { Eyes } from '#simulator/browser/browser.ts';
import { apiOf, insist } from '#simulator/doors.ts';
import { ASKED, type Asked } from '#simulator/phone-provider.ts';
import { eventually } from './running-hotline.ts';
import { looksWell, usingBrowser } from './windows.ts';

const stack = inject('stack');
const provider = inject('phoneApi');
const { api } = stack;
const small: Eyes = { viewport: { width: 320, height: 640 } };
const { open } = usingBrowser(api);

let phones = 700;
/** A telephone of nobody, another one for each test: what is texted to one counts for a day. */
const newPhone = (): string => {
  phones += 1;
  return `10000000${phones}`;
};

/** A matter that an agent files for somebody who called. Gives its number. */
const filedFor = async (phone: string): Promise<string> => {
  const body = { kind: 'help', category: 'water-leak', area: 'qidu', matter: '楼道里水管漏水', contact: { phone } };
  const headers = { 'idempotency-key': `look-up-${randomInt(1_000_000_000)}` };
  const filed = await insist(apiOf(stack), { as: 'agent-sun', path: '/desk/tickets', body, headers });
  return filed.ticket.number;
};

/** The codes that were texted to a telephone, in order, once there are so many. */
const codesTo = (phone: string, count: number): Promise<string[]> =>
  eventually(
    async () => {
      const asked = (await (await fetch(provider + ASKED)).json()) as Asked[];
      const words = asked.flatMap(({ fields }) => (fields.To === `+86${phone}` ? [fields.Body ?? ''] : []));
      return words.flatMap((text) => /验证码：(\d{6})/.exec(text)?.[1] ?? []);
    },
    (codes) => codes.length >= count,
  );

const pageOf = async (eyes: Eyes = small): Promise<Page> => {
  const page = await (await open(eyes)).newPage();
  await page.goto(`${api}/pages/resident`);
  await page.getByRole('link', { name: '查工单' }).click();
  // Its code is loaded when it is first looked at.
  await page.getByRole('heading', { name: '查工单' }).waitFor();
  return page;
};

const askFor = async (page: Page, number: string, phone: string): Promise<void> => {
  await page.getByLabel('工单号').fill(number);
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByRole('heading', { name: '请输入验证码' }).waitFor();
};

describe('who has no account', () => {
  it('reads a ticket by its number and a code, by keyboard alone', async () => {
    const phone = newPhone();
    const number = await filedFor(phone);
    const page = await pageOf();
    // The title of a new page takes the focus; the first field is next.
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
    await page.keyboard.press('Tab');
    await page.keyboard.type(`${number.slice(2, 6)} ${number.slice(6)}`);
    await page.keyboard.press('Tab');
    await page.keyboard.type(phone);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '请输入验证码' }).waitFor();
    const [code = ''] = await codesTo(phone, 1);
    await page.getByLabel('验证码', { exact: true }).focus();
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `工单号 ${number}` }).waitFor();
    await page.getByText('楼道里水管漏水').waitFor();
    await page.getByText('提交了这件事。').waitFor();
    await page.getByText('在这里只能查看。').waitFor();
    expect(await page.getByRole('button', { name: /补充|撤回|评价/ }).count()).toBe(0);

    // Another code is good for nothing.
    await page.getByRole('button', { name: '再查一张工单' }).click();
    await askFor(page, number, phone);
    await page.getByLabel('验证码', { exact: true }).fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
    await page.getByRole('button', { name: '查工单' }).click();
    await page.getByText('验证码不对，或者已经用过、过期了。').waitFor();
  });

  it('is told by nothing whether there is such a ticket, and nobody is texted', async () => {
    const [phone, other] = [newPhone(), newPhone()];
    const number = await filedFor(phone);
    const page = await pageOf();
    await askFor(page, number, other);
    const said = await page.getByRole('main').innerText();
    await page.getByRole('button', { name: '改工单号或手机号' }).click();
    await askFor(page, 'LZ261123999990', other);
    expect((await page.getByRole('main').innerText()).replace('LZ261123999990', number)).toBe(said);
    // What was asked for later has been texted, so what was asked for before would have been.
    await page.getByRole('button', { name: '改工单号或手机号' }).click();
    await askFor(page, number, phone);
    await codesTo(phone, 1);
    expect(await codesTo(other, 0)).toEqual([]);
  });

  it('keeps what they typed when the connection is lost, and when the phone drops the page', async () => {
    const phone = newPhone();
    const number = await filedFor(phone);
    const page = await pageOf({ ...small, serviceWorkers: 'block' });
    await page.getByLabel('工单号').fill(number);
    await page.getByLabel('手机号').fill(phone);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByText('没有连上，请检查网络后再试。').waitFor();
    expect([await page.getByLabel('工单号').inputValue(), await page.getByLabel('手机号').inputValue()]).toEqual([number, phone]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '发送验证码' }).click();
    const [code = ''] = await codesTo(phone, 1);
    await page.reload();
    await page.getByLabel('验证码', { exact: true }).fill(code);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '查工单' }).click();
    await page.getByText('没有连上，请检查网络后再试。').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '查工单' }).click();
    await page.getByRole('heading', { name: `工单号 ${number}` }).waitFor();
  });

  it('is told what to do with a landline, and what is wrong beside each field', async () => {
    const page = await pageOf();
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByRole('alert').getByRole('link', { name: '请填写“工单号”。' }).click();
    await page.keyboard.type('12');
    await page.getByLabel('手机号').fill('0533 7180000');
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByRole('alert').getByText('工单号至少有12个数字，请核对。').waitFor();
    await page.getByLabel('工单号').fill('LZ261123999990');
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByText('这个号码收不到短信。请用这部电话拨打81890查询。').waitFor();
    expect(await page.getByRole('link', { name: '拨打81890' }).getAttribute('href')).toBe('tel:81890');
  });

  it('finds the way where they are asked to sign in, with the number of the ticket', async () => {
    const page = await pageOf();
    await page.getByRole('link', { name: '我的工单' }).click();
    await page.getByRole('link', { name: '用工单号和手机号查' }).click();
    await page.getByRole('heading', { name: '查工单' }).waitFor();
    await page.goto(`${api}/pages/resident#/tickets/LZ261123999990`);
    await page.getByRole('link', { name: '用工单号和手机号查' }).click();
    await expect.poll(() => page.getByLabel('工单号').inputValue()).toBe('LZ261123999990');
  });

  it('finds nothing in their way in light, in dark, large and with contrast', async () => {
    const phone = newPhone();
    const number = await filedFor(phone);
    const page = await pageOf();
    await looksWell(page);
    await page.getByRole('button', { name: '发送验证码' }).click();
    await page.getByRole('alert').waitFor();
    await looksWell(page);
    await askFor(page, number, phone);
    await looksWell(page);
    const [code = ''] = await codesTo(phone, 1);
    await page.getByLabel('验证码', { exact: true }).fill(code);
    await page.getByRole('button', { name: '查工单' }).click();
    await page.getByRole('heading', { name: `工单号 ${number}` }).waitFor();
    await looksWell(page);
  });
});
