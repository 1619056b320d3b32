import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { PageAction } from '#contracts/pages/page-action.ts';
import type { Eyes } from '#simulator/browser/browser.ts';
import { describeMatter, fileMatter, findTicket } from '#simulator/browser/steps.ts';
import { telephoneOf } from '#simulator/telephone/telephone.ts';
import { complaints, looksWell, usingBrowser } from '#test/e2e/windows.ts';

const { api } = inject('stack');
const phone: Eyes = { viewport: { width: 320, height: 640 } };
const { windowOf } = usingBrowser(api);

/** A command that the hotline does not have. */
const askBack: PageAction = {
  name: 'ask-back',
  method: 'POST',
  path: '/departments/{department}/tickets/{number}/questions',
  roles: ['department'],
  input: {
    properties: {
      question: { type: 'string', maxLength: 300 },
      about: { type: 'string', 'x-list': 'categories' },
      hours: { type: 'integer', minimum: 1, maximum: 3 },
      aloud: { type: 'boolean' },
    },
    required: ['question', 'hours'],
  },
};

/** Makes a page believe that the hotline has the command, and that tickets offer it. */
const withAskBack = async (page: Page): Promise<unknown[]> => {
  const asked: unknown[] = [];
  await page.route('**/pages/actions.json', async (route) => {
    const known = await (await route.fetch()).json();
    await route.fulfill({ json: [...known, askBack] });
  });
  await page.route(/\/tickets\/[A-Z]{2}\d{12}$/, async (route) => {
    const ticket = await (await route.fetch()).json();
    await route.fulfill({ json: { ...ticket, actions: [...ticket.actions, 'ask-back'] } });
  });
  await page.route('**/questions', async (route) => {
    asked.push(new URL(route.request().url()).pathname.split('/').slice(-5).join('/'), route.request().postDataJSON());
    await route.fulfill({ json: {} });
  });
  return asked;
};

describe('the pages of the staff', () => {
  it('draw a command that is new with its form, for those who may give it, and for nobody else', async () => {
    // What a service worker fetches could not be changed here.
    const resident = await windowOf('resident', '王秀兰', { ...phone, serviceWorkers: 'block' });
    await withAskBack(resident);
    await describeMatter(resident, '文苑社区自来水发黄');
    const number = await fileMatter(resident);
    await resident.getByRole('link', { name: '看这张工单' }).click();
    await resident.getByRole('heading', { name: '补充' }).waitFor();
    expect(await resident.getByRole('heading', { name: 'ask-back' }).count()).toBe(0);

    const clerk = await windowOf('department', '周明远');
    const asked = await withAskBack(clerk);
    await findTicket(clerk, number);
    const form = clerk.getByRole('region', { name: 'ask-back' });
    await form.getByRole('button', { name: 'ask-back' }).click();
    await form.getByRole('alert').getByRole('link', { name: '请填写“question”。' }).click();
    await clerk.keyboard.type('水从什么时候开始发黄？');
    await form.getByLabel('2', { exact: true }).check();
    await form.getByLabel('about').selectOption({ index: 1 });
    await form.getByRole('button', { name: 'ask-back' }).click();
    await expect.poll(() => asked).toHaveLength(2);
    expect(asked).toEqual([
      `departments/water/tickets/${number}/questions`,
      { question: '水从什么时候开始发黄？', about: expect.any(String), hours: 2 },
    ]);
  });

  it('show an agent who asked anonymously, the clerk not, and the clerk of others nothing of it', async () => {
    const resident = await windowOf('resident', '李建军', phone);
    await describeMatter(resident, '文苑社区自来水有股怪味，=HYPERLINK("http://x.invalid")');
    await resident.getByLabel('您的称呼').fill('李某某');
    await resident.getByLabel('不让承办单位知道我是谁').check();
    const number = await fileMatter(resident);
    const desk = await windowOf('desk', '孙婷');
    await desk.goto(`${api}/pages/desk#/tickets/${number}`);
    await desk.getByText('李某某').waitFor();
    const clerk = await windowOf('department', '周明远');
    await findTicket(clerk, number);
    await clerk.getByText('=HYPERLINK("http://x.invalid")').first().waitFor();
    await clerk.getByText('匿名').waitFor();
    expect(await clerk.getByText('李某某').count()).toBe(0);
    const other = await windowOf('department', '吴建国');
    await other.goto(`${api}/pages/department#/power/tickets/${number}`);
    await other.getByText('这张工单现在不在本单位。').waitFor();
    expect(await other.getByText('HYPERLINK').count()).toBe(0);
  });

  it('show who wishes to be kept secret to a supervisor alone', async () => {
    const telephone = await telephoneOf(inject('stack'));
    const selfService = { hearing: '自助服务请按1', keys: '1' };
    const answers = [selfService, { keys: '1' }, { speech: '文苑社区的自来水发黄，请给我保密' }, { keys: '2' }, { keys: '1' }];
    const { number = '' } = await telephone({ from: '+8613900000081', answers });
    const clerk = await windowOf('department', '周明远');
    await findTicket(clerk, number);
    const agent = await windowOf('desk', '孙婷');
    await agent.goto(`${api}/pages/desk#/tickets/${number}`);
    for (const page of [clerk, agent]) {
      await page.getByText('文苑社区的自来水发黄').first().waitFor();
      await page.getByText('保密').first().waitFor();
      expect(await page.locator('body').innerText()).not.toMatch(/0081|139/);
    }
    const supervisor = await windowOf('desk', '刘海涛');
    await supervisor.goto(`${api}/pages/desk#/tickets/${number}`);
    await supervisor.getByRole('link', { name: '+8613900000081' }).waitFor();
  });

  it('lead the desk to a doubt of danger, which an agent settles', async () => {
    const resident = await windowOf('resident', '赵晓梅', phone);
    await describeMatter(resident, '文苑社区楼道里有一股焦糊味');
    const number = await fileMatter(resident);
    const desk = await windowOf('desk', '钱伟');
    const line = desk.getByRole('listitem').filter({ hasText: number });
    await line.getByText('可能有危险').waitFor({ timeout: 20_000 });
    await desk.getByText('筛选', { exact: true }).click();
    await desk.getByLabel('可能有危险').selectOption('true');
    await desk.getByLabel('渠道').selectOption('web');
    await line.getByRole('link').click();
    await desk.getByLabel('有没有危险').selectOption({ label: '没有' });
    await desk.getByLabel('更正的原因').fill('打电话问过，没有危险');
    await desk.getByRole('button', { name: '保存更正' }).click();
    await desk.getByText('已经更正。').waitFor();
    // It leaves the list that it does not fit any more.
    await desk.getByRole('link', { name: '工单', exact: true }).click();
    await line.waitFor({ state: 'detached', timeout: 20_000 });
  });

  it('tell all that happened to a ticket: a return, the correction after it, and the department that gets it then', async () => {
    const resident = await windowOf('resident', '王秀兰', phone);
    await describeMatter(resident, '文苑社区门口的水管一直漏水');
    const number = await fileMatter(resident);
    const clerk = await windowOf('department', '周明远');
    await findTicket(clerk, number);
    await clerk.getByRole('button', { name: '签收' }).click();
    await clerk.getByLabel('退回的原因').fill('是电缆井里的水');
    await clerk.getByRole('button', { name: '退回', exact: true }).click();

    const desk = await windowOf('desk', '孙婷');
    await desk.goto(`${api}/pages/desk#/tickets/${number}`);
    const correct = desk.getByRole('region', { name: '更正' });
    await correct.getByLabel('类别').selectOption('power');
    await correct.getByLabel('更正的原因').fill('现场看过，归供电');
    await correct.getByRole('button', { name: '保存更正' }).click();
    await desk.getByText('已经更正。').waitFor();
    const dispatch = desk.getByRole('region', { name: '派单' });
    await dispatch.getByLabel('承办单位').selectOption('power');
    await dispatch.getByRole('button', { name: '派单' }).click();

    const linesOn = (page: Page) => page.getByRole('region', { name: '办理经过' }).getByRole('listitem');
    const given = (page: Page, name: string) => linesOn(page).filter({ hasText: `交给${name}办理。` });
    await given(desk, '国网临淄供电中心').waitFor({ timeout: 40_000 });
    await given(desk, '区供水服务中心').waitFor();
    await linesOn(desk).filter({ hasText: '区供水服务中心退回了' }).getByText('是电缆井里的水').waitFor();
    const corrected = linesOn(desk).filter({ hasText: '更正了登记的内容。' });
    await corrected.getByText('现场看过，归供电').waitFor();
    await corrected.getByText(/^类别：由“.+”改为“.+”。$/).waitFor();
    await corrected.getByText(/坐席（.+）/).waitFor();
    await looksWell(desk);

    await resident.getByRole('link', { name: '看这张工单' }).click();
    await given(resident, '国网临淄供电中心').waitFor({ timeout: 40_000 });
    await linesOn(resident).filter({ hasText: '区供水服务中心退回了' }).waitFor();
    for (const within of ['是电缆井里的水', '现场看过', '坐席']) expect(await resident.getByText(within).count()).toBe(0);
    await looksWell(resident);

    const other = await windowOf('department', '吴建国', phone);
    await findTicket(other, number);
    await given(other, '国网临淄供电中心').waitFor();
    await linesOn(other).filter({ hasText: '区供水服务中心退回了' }).waitFor();
    expect(await given(other, '区供水服务中心').count()).toBe(0);
    await looksWell(other);
  });

  it.each([
    ['desk', '孙婷'],
    ['department', '周明远'],
  ] as const)(
    'of the %s have a list in which nothing stands in anybody’s way, in light, dark, and large with contrast',
    async (audience, name) => {
      const page = await windowOf(audience, name, phone);
      await page.getByText('筛选', { exact: true }).click();
      await page.getByRole('listitem').getByRole('link').first().waitFor();
      await looksWell(page);
    },
  );

  it('gave no browser anything to refuse', () => expect(complaints).toEqual([]));
});
