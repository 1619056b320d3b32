import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { Eyes } from '#simulator/browser/browser.ts';
import { describeMatter, fileMatter } from '#simulator/browser/steps.ts';
import { complaints, looksWell, usingBrowser } from '#test/e2e/windows.ts';

const { api } = inject('stack');
const phone: Eyes = { viewport: { width: 320, height: 640 }, serviceWorkers: 'block' };
const { windowOf: openedFor } = usingBrowser(api);

const pageOf = (name: string): Promise<Page> => openedFor('resident', name, phone);

describe('the residents’ page, for people who type like residents', () => {
  it('keeps what somebody chose while the words stay, and asks for the matter where there is none', async () => {
    const page = await pageOf('李建军');
    const write = async (field: '请用自己的话写' | '在什么地方', words: string): Promise<void> => {
      await page.getByRole('link', { name: '我要反映' }).click();
      await page.getByLabel(field).fill(words);
      await page.getByRole('button', { name: '下一步' }).click();
    };
    await write('请用自己的话写', '你好');
    await page.getByRole('heading', { name: '请说一下是什么事' }).waitFor();
    await looksWell(page);
    await write('请用自己的话写', '转人工');
    await page.getByRole('heading', { name: '想和人说话，请打电话' }).waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: '拨打81890' }).getAttribute('href')).toBe('tel:81890');

    await describeMatter(page, '小徐村的路坏了');
    const village = page.getByRole('group', { name: '在哪里' }).getByLabel('凤凰镇 小徐村');
    await village.check();
    await page.getByText('不对，我来改').click();
    await page.getByLabel('什么事').selectOption('rural-roads');
    const chosen = await page.getByRole('definition').nth(1).innerText();
    await looksWell(page);
    await write('在什么地方', '村口');
    await village.waitFor();
    expect(await village.isChecked()).toBe(true);
    await page.getByRole('definition').filter({ hasText: chosen }).waitFor();
    await describeMatter(page, '小徐村的路灯坏了');
    await page.getByText('您原来选的不算了：什么事、在哪里。').waitFor();
    expect(await village.isChecked()).toBe(false);

    await page.getByLabel('电话号码').fill('打我儿子的13800138000');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').getByRole('link', { name: '请只写一个电话号码' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('phone');
    await page.getByLabel('电话号码').fill('１３８ ００１３ ８０００');
    await fileMatter(page);
    await page.getByRole('link', { name: '我要反映' }).click();
    await page.getByLabel('请用自己的话写').fill('还没有写完');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByText('您写的还没有提交，退出以后就没有了。').waitFor();
    await page.getByRole('button', { name: '先不退出' }).click();
    expect(await page.getByLabel('请用自己的话写').inputValue()).toBe('还没有写完');
  });

  it('keeps what is typed at a ticket until it is sent, answers danger in sight, and asks twice before a withdrawal', async () => {
    const page = await pageOf('王秀兰');
    await describeMatter(page, '文苑社区的电梯坏了');
    const number = await fileMatter(page);
    await page.getByRole('link', { name: '看这张工单' }).click();
    const [addition, reason] = [page.getByLabel('还想说什么'), page.getByLabel('原因')];
    await addition.fill('我妈现在困在电梯里面喘不上气了');
    await page.getByText('不需要办了').click();
    await reason.fill('自己修好了');
    await page.reload();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '补充上去' }).click();
    const box = page.getByRole('alert').filter({ hasText: '请先保证安全' });
    await box.waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.innerText')).toContain('请先保证安全');
    const { y = -1 } = (await box.getByRole('link').first().boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(400);
    expect(await addition.inputValue()).toBe('');

    await page.getByText('不需要办了').click();
    expect(await reason.inputValue()).toBe('自己修好了');
    const withdraw = page.getByRole('button', { name: '撤回这张工单' });
    await withdraw.click();
    await page.getByRole('heading', { name: '真的要撤回吗？' }).waitFor();
    await looksWell(page);
    await page.getByRole('button', { name: '不撤回，接着办' }).click();
    // Danger in the reason is refused, with the numbers to ring beside that.
    await reason.fill('我不想活了');
    await withdraw.click();
    await page.getByRole('button', { name: '撤回，不办了' }).click();
    await page.getByRole('alert').getByRole('link', { name: '12356' }).waitFor();
    await looksWell(page);
    await page.getByRole('button', { name: '不撤回，接着办' }).click();
    await reason.fill('');
    await withdraw.click();
    await page.getByRole('button', { name: '撤回，不办了' }).click();
    await expect.poll(() => page.evaluate('document.activeElement.innerText')).toContain('已经撤回，这件事不再办了。');
    await page.getByText('这张工单结束了，不再办了。').waitFor();

    // As it reads after a rating that it is not solved.
    await page.route(/\/tickets\/[A-Z]{2}\d{12}$/, async (route) => {
      const ticket = await (await route.fetch()).json();
      await route.fulfill({ json: { ...ticket, rating: { solved: false, stars: 1, at: ticket.closedAt } } });
    });
    await page.goto(`${api}/pages/resident#/mine`);
    await page.goto(`${api}/pages/resident#/tickets/${number}`);
    await page.getByRole('heading', { name: '没有解决，怎么办' }).waitFor();
    await looksWell(page);
    await page.getByRole('button', { name: '再反映一次，带上原来的话' }).click();
    await expect.poll(() => page.getByLabel('请用自己的话写').inputValue()).toBe('文苑社区的电梯坏了');
  });

  it('gave no browser anything to refuse', () => expect(complaints).toEqual([]));
});
