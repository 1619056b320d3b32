import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { Eyes } from '#simulator/browser/browser.ts';
import { describeMatter, fileMatter, findTicket } from '#simulator/browser/steps.ts';
import { LOST_MATTER, loseCaller } from '#simulator/telephone/lost-caller.ts';
import { telephoneOf } from '#simulator/telephone/telephone.ts';
import { eventually, handsOn } from '#test/e2e/running-hotline.ts';
import { complaints, looksWell, usingBrowser, violationsOn } from '#test/e2e/windows.ts';

const stack = inject('stack');
const { api } = stack;
const hotline = handsOn(stack);
const phone: Eyes = { viewport: { width: 320, height: 640 } };
const { open, windowOf } = usingBrowser(api);

/** A ticket that a resident filed, and its department has given back. */
const returnedTicket = async (matter: string): Promise<string> => {
  const resident = await windowOf('resident', '王秀兰', phone);
  await describeMatter(resident, matter);
  const number = await fileMatter(resident);
  const clerk = await windowOf('department', '周明远');
  await findTicket(clerk, number);
  await clerk.getByLabel('退回的原因').fill('不归我们管');
  await clerk.getByRole('button', { name: '退回' }).click();
  await clerk.getByText('这张工单现在不在本单位。').waitFor();
  return number;
};

describe('the desk rings callers back', () => {
  it('takes one, keeps them through a reload, files their ticket, and says that they were reached', async () => {
    const from = '+8613900000071';
    await loseCaller(stack, from);
    const desk = await windowOf('desk', '孙婷', phone);
    await desk.getByRole('link', { name: '待回电', exact: true }).click();
    const caller = desk.getByRole('region', { name: '给139****0071回电' });
    await expect
      .poll(
        async () => {
          if (!(await caller.isVisible())) await desk.getByRole('button', { name: /^(领取下一位|再领取一位)$/ }).click();
          return caller.isVisible();
        },
        { timeout: 30_000, interval: 1500 },
      )
      .toBe(true);
    expect(await caller.getByRole('link', { name: `拨打${from}` }).getAttribute('href')).toBe(`tel:${from}`);
    await caller.getByText(LOST_MATTER).waitFor();
    await caller.getByText('没说完就断了。').waitFor();
    await caller.getByText(/^请在今天 \d\d:\d\d前打完/).waitFor();
    await looksWell(desk);

    await desk.reload();
    await caller.getByText(LOST_MATTER).waitFor();
    await caller.getByRole('link', { name: '为这位来电人新建工单' }).click();
    await desk.getByRole('heading', { name: '为139****0071新建工单' }).waitFor();
    await looksWell(desk);
    expect(await desk.getByLabel('事情').inputValue()).toBe(LOST_MATTER);
    expect(await desk.getByLabel('诉求人电话').inputValue()).toBe(from);
    expect(await desk.getByLabel('类型').inputValue()).toBe('complaint');
    expect(await desk.getByLabel('镇街').inputValue()).toBe('qidu');
    await desk.getByLabel('地点').fill('西关村口');
    await desk.getByRole('button', { name: '提交工单' }).click();
    const filed = caller.getByRole('link', { name: /^已经为这位来电人提交工单/ });
    await filed.waitFor();
    const number = (await filed.innerText()).slice(-14);

    // What is known of this number is one step away.
    await caller.getByRole('button', { name: '看这个号码的工单' }).click();
    await desk.getByRole('listitem').filter({ hasText: number }).waitFor();
    await desk.getByRole('button', { name: `去掉诉求人电话：${from}` }).waitFor();
    await desk.getByRole('link', { name: '待回电', exact: true }).click();
    await caller.getByRole('button', { name: '打通了' }).click();
    await desk.getByText('已经记下：打通了。').waitFor();
    expect(await caller.count()).toBe(0);
    expect(await desk.evaluate('document.activeElement.getAttribute("role")')).toBe('status');
    await desk.reload();
    await desk.getByRole('heading', { name: '待回电' }).waitFor();
    expect(await caller.count()).toBe(0);
  });

  it('forgets whom somebody has taken when they sign out', async () => {
    const desk = await windowOf('desk', '钱伟');
    await desk.evaluate(`sessionStorage.setItem('call-backs', '[{"phone":"+8613900000072"}]')`);
    await desk.getByRole('button', { name: '退出' }).click();
    await desk.getByRole('button', { name: '登录' }).first().waitFor();
    expect(await desk.evaluate(`sessionStorage.getItem('call-backs') ?? '[]'`)).toBe('[]');
  });
});

describe('the desk looks through its tickets', () => {
  it('sees how the shift stands, and what waits for it', async () => {
    const number = await returnedTicket('文苑社区的自来水停了两天');
    await loseCaller(stack, '+8613900000073');
    const desk = await windowOf('desk', '孙婷');
    const shift = desk.getByRole('region', { name: '本班情况' });
    await shift.getByRole('link', { name: /^待回电 [1-9]/ }).waitFor({ timeout: 40_000 });
    await shift.getByText(/的情况/).waitFor();
    await expect.poll(() => shift.getByRole('button', { name: /^待处理 [1-9]/ }).count(), { timeout: 40_000 }).toBe(1);
    await shift.getByRole('button').click();
    await desk.getByRole('button', { name: '去掉等坐席处理：是' }).waitFor();
    await desk.getByRole('listitem').filter({ hasText: number }).waitFor();
  });

  it('by filters that combine, each of which is taken away again above the list', async () => {
    const number = await returnedTicket('文苑社区三号楼自来水没有压力');
    const desk = await windowOf('desk', '孙婷', phone);
    const line = desk.getByRole('listitem').filter({ hasText: number });
    await line.waitFor({ timeout: 20_000 });
    await desk.getByText('筛选', { exact: true }).click();
    const today = await desk.evaluate<string>(`new Date().toLocaleDateString('sv')`);
    const tomorrow = await desk.evaluate<string>(`new Date(Date.now() + 864e5).toLocaleDateString('sv')`);
    const from = desk.getByRole('textbox', { name: '提交不早于' });
    const month = desk.getByRole('combobox', { name: '已办结，按提交月份' });
    await from.fill(today);
    await desk.getByRole('button', { name: `去掉提交不早于：${today}` }).waitFor();
    await line.waitFor();
    await desk.getByRole('textbox', { name: '提交不晚于' }).fill(today);
    await desk.getByRole('button', { name: `去掉提交不晚于：${today}` }).waitFor();
    await line.waitFor();
    await desk.getByRole('combobox', { name: '等坐席处理' }).selectOption({ value: 'true' });
    await desk.getByRole('button', { name: '去掉等坐席处理：是' }).waitFor();
    await line.waitFor();
    await looksWell(desk);

    await from.fill(tomorrow);
    await desk.getByText('没有。').waitFor();
    await desk.getByRole('button', { name: `去掉提交不早于：${tomorrow}` }).click();
    await line.waitFor();
    expect(await from.inputValue()).toBe('');

    // Beside the field, and no other filter is lost.
    await desk.getByRole('textbox', { name: '诉求人电话' }).fill('12');
    await desk.getByRole('button', { name: '查找' }).click();
    await desk.getByText(/^看不懂这个号码/).waitFor();
    await desk.getByRole('button', { name: '去掉诉求人电话：12' }).click();
    await line.waitFor();

    // What is done is another list; a state of open tickets leads back.
    await month.selectOption({ index: 1 });
    await line.waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: /^已退单/ }).click();
    await line.waitFor();
    expect(await month.inputValue()).toBe('');
  });
});

describe('the desk reads a ticket', () => {
  it('with its sorting, its limits in words, and the number of who asked as a link', async () => {
    const desk = await windowOf('desk', '钱伟');
    await desk.getByRole('link', { name: '新建工单' }).click();
    await desk.getByLabel('事情').fill('稷下街道文苑社区的暖气不热');
    await desk.getByLabel('诉求人称呼').fill('马先生');
    await desk.getByLabel('诉求人电话').fill('13900000074');
    await desk.getByRole('button', { name: '提交工单' }).click();
    await desk.getByRole('heading', { name: /工单号/ }).waitFor();
    expect(await desk.getByRole('link', { name: '+8613900000074' }).getAttribute('href')).toBe('tel:+8613900000074');
    for (const fact of ['依据的词', '类别的把握', '期限怎么算']) await desk.getByRole('term').filter({ hasText: fact }).waitFor();
    await desk.getByText('这张工单没有录音。').waitFor();
    await looksWell(desk);
  });

  it('with what the caller said, and with why it can not be opened', async () => {
    const telephone = await telephoneOf(stack, 'twilio');
    const silence = { silence: true } as const;
    const selfService = { hearing: '自助服务请按1', keys: '1' };
    const answers = [selfService, { keys: '1' }, silence, silence, silence, { recording: '' }];
    const { number = '' } = await telephone({ from: '+8613900000075', answers });
    const read = () => hotline.insist({ as: 'agent-sun', method: 'GET', path: `/tickets/${number}` });
    await eventually(read, ({ recording }) => recording !== undefined);
    const desk = await windowOf('desk', '孙婷');
    await desk.goto(`${api}/pages/desk#/tickets/${number}`);
    const recording = desk.getByRole('region', { name: '录音' });
    await recording.getByRole('button', { name: '听录音' }).click();
    const link = recording.getByRole('link', { name: '打开录音' });
    const sound = await fetch((await link.getAttribute('href')) ?? '');
    expect(
      Buffer.from(await sound.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('RIFF');
    expect(await violationsOn(desk)).toEqual([]);

    await desk.route('**/recording', (route) =>
      route.fulfill({ status: 404, json: { code: 'recording-not-there-yet', detail: '', status: 404 } }),
    );
    await desk.reload();
    await recording.getByRole('button', { name: '听录音' }).click();
    await recording.getByText('录音还没有传到，请过几分钟再试。').waitFor();
  });
});

/** What has the focus: its name as a reader of the screen says it, or its text. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  // Behind the last of a page comes the browser itself.
  if (one === document.body) return '';
  const label = one.labels?.[0]?.textContent;
  return (one.getAttribute('aria-label') ?? label ?? one.textContent ?? '').trim();
})()`;
/** Whether somebody who sees the page sees where they are. */
const IS_SEEN = `(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  const { width, height, top } = document.activeElement.getBoundingClientRect();
  return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && width > 0 && height > 0 && top >= 0 && top < innerHeight;
})()`;
const MOST_TABS = 150;

/** Goes on by Tab until something has the focus that is called so; each step must be seen. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const passed: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(FOCUSED);
    if (focused !== '') expect([focused, await page.evaluate(IS_SEEN), passed]).toEqual([focused, true, passed]);
    if (name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`${name} is none of ${passed.join(' | ')}`);
};

it('an agent goes from signing in to a dispatch without a mouse', async () => {
  const number = await returnedTicket('文苑社区二号楼自来水管道冻住了');
  const page = await (await open()).newPage();
  await page.goto(`${api}/pages/desk`);
  await page.getByRole('heading', { name: '请先登录' }).waitFor();
  await tabTo(page, /^登录$/);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^孙婷/ }).waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    if (/^孙婷/.test(await page.evaluate<string>(FOCUSED))) break;
  }
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: number }).waitFor({ timeout: 20_000 });

  // Past what stands above every page.
  await tabTo(page, /^跳到正文$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^已退单/);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /^已退单/, pressed: true }).waitFor();
  await page.getByRole('listitem').filter({ hasText: number }).waitFor();
  await tabTo(page, /二号楼自来水管道冻住了/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: number }).waitFor();
  await page.getByLabel('承办单位').waitFor();
  await tabTo(page, /^承办单位/);
  const chosen = () => page.evaluate<string>('document.activeElement.selectedOptions[0].textContent');
  for (let downs = 0; downs < MOST_TABS && (await chosen()) !== '区供水服务中心'; downs += 1)
    await page.keyboard.press('ArrowDown');
  await tabTo(page, /^派单$/);
  await page.keyboard.press('Enter');
  await page.getByText('交给区供水服务中心办理。').waitFor();
});

it('gave no browser anything to refuse', () => expect(complaints).toEqual([]));
