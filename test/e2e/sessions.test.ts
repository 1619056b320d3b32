import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { signInAs } from '#simulator/browser/browser.ts';
import { describeMatter, fileMatter, numberFiled } from '#simulator/browser/steps.ts';
import { complaints, looksWell, usingBrowser, violationsOn } from '#test/e2e/windows.ts';

const { api } = inject('stack');
const { open, windowOf } = usingBrowser(api);

/** The token has run out, as after an hour. */
const runOut = (page: Page): Promise<void> =>
  page.evaluate(`for (const store of [localStorage, sessionStorage])
    for (const key of Object.keys(store).filter((key) => key.startsWith('oidc.user:')))
      store.setItem(key, JSON.stringify({ ...JSON.parse(store.getItem(key)), expires_at: 1 }))`);

describe('a session', () => {
  it('outlives a lost connection, and a matter filed meanwhile is sent by itself', async () => {
    const page = await windowOf('resident', '王秀兰', { serviceWorkers: 'block' });
    await describeMatter(page, '桥头的护栏松了');
    await page.context().setOffline(true);
    await runOut(page);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('有网络后会自动发出').waitFor();
    await page.getByRole('button', { name: '现在再发一次' }).click();
    await page.getByText(/^没有连上/).waitFor();
    expect(await page.getByRole('button', { name: '退出' }).count()).toBe(1);
    await page.context().setOffline(false);
    await numberFiled(page);
  });

  it('sends what waits on a phone of the person who wrote it, shows it to nobody else, and loses it to no other matter', async () => {
    const page = await windowOf('resident', '赵晓梅', { viewport: { width: 320, height: 640 }, serviceWorkers: 'block' });
    await page.route(`${api}/tickets`, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    for (const matter of ['小区健身器材坏了', '小区的门禁坏了']) {
      await describeMatter(page, matter);
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByRole('listitem').filter({ hasText: matter }).waitFor();
    }
    await looksWell(page);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('button', { name: '登录' }).first().waitFor();
    await page.goto(`${api}/pages/resident#/sending`);
    await page.getByText('这部手机上有2件事还没有发出去').waitFor();
    expect(await page.getByText(/健身器材|先不发/).count()).toBe(0);
    await looksWell(page);
    await signInAs(page, '李建军');
    await page.getByRole('heading', { name: '没有等待发出的事' }).waitFor();
    expect(await page.getByText('小区健身器材坏了').count()).toBe(0);
    await describeMatter(page, '路口的红绿灯不亮');
    await page.unroute(`${api}/tickets`);
    await fileMatter(page);
    await page.getByRole('button', { name: '退出' }).click();
    await signInAs(page, '赵晓梅');
    await numberFiled(page);
    await page.getByRole('link', { name: '我的工单' }).click();
    for (const matter of ['小区健身器材坏了', '小区的门禁坏了']) await page.getByText(matter).waitFor({ timeout: 20_000 });
  });

  it('that the issuer ends leaves an agent what was typed, before and after signing in again', async () => {
    const desk = await windowOf('desk', '钱伟');
    await desk.getByRole('link', { name: '新建工单' }).click();
    await desk.getByLabel('事情').fill('来电人说锅炉房冒黑烟');
    await runOut(desk);
    await desk.route('**/token', (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }));
    await desk.getByRole('button', { name: '提交工单' }).click();
    const again = desk.getByRole('alert').filter({ hasText: '请重新登录' });
    await again.waitFor();
    await desk.getByLabel('诉求人称呼').fill('马先生');
    await looksWell(desk);
    await desk.unroute('**/token');
    await again.getByRole('button', { name: '登录' }).click();
    await desk.getByRole('link', { name: /^钱伟/ }).click();
    await desk.getByText('这是您之前写的，还没有提交。').waitFor();
    expect(await desk.getByLabel('诉求人称呼').inputValue()).toBe('马先生');
    expect(await desk.getByLabel('事情').inputValue()).toBe('来电人说锅炉房冒黑烟');
    await desk.getByRole('button', { name: '提交工单' }).click();
    await desk.getByRole('heading', { name: /工单号/ }).waitFor();
    await desk.getByRole('link', { name: '新建工单' }).click();
    expect(await desk.getByLabel('事情').inputValue()).toBe('');
  });

  it('ends in all windows of a browser, and a page that stays shows and asks nothing more', async () => {
    const one = await windowOf('desk', '孙婷');
    const two = await one.context().newPage();
    await two.goto(`${api}/pages/desk`);
    await signInAs(two, '孙婷');
    await two.getByRole('link', { name: '待回电', exact: true }).click();
    // The issuer's answer leads nowhere, so the page itself stays.
    await one.route('**/end?**', (route) => route.fulfill({ status: 204 }));
    await one.getByRole('button', { name: '退出' }).click();
    const asked: string[] = [];
    for (const page of [one, two]) {
      await page.getByRole('heading', { name: '已经退出' }).waitFor();
      page.on('request', (request) => asked.push(request.url()));
      expect(await page.getByRole('button').count()).toBe(0);
      await page.evaluate("location.hash = '#/new'");
    }
    expect(await violationsOn(two)).toEqual([]);
    expect(await one.getByRole('textbox').count()).toBe(0);
    expect(asked).toEqual([]);
    await two.getByRole('link', { name: '回到首页' }).click();
    await two.getByRole('heading', { name: '请先登录' }).waitFor();
  });

  it('is not needed to see a page, nor is a place to keep things', async () => {
    const page = await (await open()).newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } })`);
    await page.goto(`${api}/pages/resident`);
    await page.getByText('这个浏览器没有地方存您写的内容').waitFor();
    await page.getByLabel('请用自己的话写').fill('路灯坏了');
    await page.getByRole('link', { name: '119', exact: true }).waitFor();
    await looksWell(page);
    expect(await page.getByLabel('请用自己的话写').inputValue()).toBe('路灯坏了');
  });

  it('gave no browser anything to refuse', () => expect(complaints).toEqual([]));
});
