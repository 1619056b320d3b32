import { describe, expect, inject, it } from 'vitest';
import { type Eyes, signInAs } from '#simulator/browser/browser.ts';
import { describeMatter, fileMatter, findTicket, isAsWideAsTheWindow, numberFiled } from '#simulator/browser/steps.ts';
import { complaints, looksWell, usingBrowser } from '#test/e2e/windows.ts';

const { api } = inject('stack');
const phone: Eyes = { viewport: { width: 320, height: 640 } };
const { open, windowOf } = usingBrowser(api);

describe('the pages, as people use them', () => {
  it('a matter is reported, seen and corrected at the desk, returned, dispatched, done and rated', async () => {
    const resident = await windowOf('resident', '王秀兰', phone);
    const desk = await windowOf('desk', '孙婷');
    await describeMatter(resident, '文苑社区门口水管爆了，水一直往外冒');
    const number = await fileMatter(resident);

    // The list is asked for again by itself; the page is not loaded anew.
    await desk.getByRole('button', { name: '已派单' }).click();
    const line = desk.getByRole('listitem').filter({ hasText: number });
    await line.getByRole('link').click({ timeout: 20_000 });
    await desk.getByLabel('类型').selectOption({ label: '投诉' });
    await desk.getByRole('button', { name: '保存更正' }).click();
    // The reason is missing: the field is named above the form, and leads to it.
    await desk.getByRole('alert').getByRole('link', { name: '请填写“更正的原因”。' }).click();
    await desk.keyboard.type('诉求人是来投诉的');
    // A reason may have several lines, so the button behind it sends the form.
    await desk.keyboard.press('Tab');
    await desk.keyboard.press('Enter');
    await desk
      .getByRole('definition')
      .filter({ hasText: /^投诉$/ })
      .waitFor();

    const clerk = await windowOf('department', '周明远');
    await findTicket(clerk, number);
    await clerk.getByRole('button', { name: '签收' }).click();
    await clerk.getByLabel('退回的原因').fill('该处水管归物业管');
    await clerk.getByRole('button', { name: '退回' }).click();
    await clerk.getByText('这张工单现在不在本单位。').waitFor();

    // By keyboard alone.
    await desk.reload();
    const department = desk.getByLabel('承办单位');
    await department.focus({ timeout: 20_000 });
    await department.selectOption({ label: '区供水服务中心' });
    // Kind and category stay as they are.
    for (let tabs = 0; tabs < 3; tabs += 1) await desk.keyboard.press('Tab');
    await desk.keyboard.press('Enter');
    await desk.getByText('交给区供水服务中心办理。').waitFor();

    await findTicket(clerk, number);
    await clerk.getByRole('button', { name: '签收' }).click();
    await clerk.getByLabel('办理结果').fill('管道已修好');
    await clerk.getByRole('button', { name: '办结' }).click();
    await clerk.getByText('这张工单本单位已经办结。').waitFor();

    await resident.getByRole('link', { name: '看这张工单' }).click();
    await resident.getByText('管道已修好').first().waitFor();
    await resident.getByLabel('解决了', { exact: true }).check();
    await resident.getByLabel('非常满意（5星）').check();
    await resident.getByRole('button', { name: '提交评价' }).click();
    await resident.getByText('评价：解决了，5星。').waitFor();
    expect(await isAsWideAsTheWindow(resident)).toBe(true);
  });

  it('whoever may be in danger has the number to ring: before signing in, without a connection, and where words speak of it', async () => {
    const page = await (await open(phone)).newPage();
    await page.goto(api.concat('/'));
    await page.getByRole('heading', { name: '您要反映什么事？' }).waitFor();
    await page.evaluate('navigator.serviceWorker.ready');
    await page.reload();
    await page.getByRole('heading', { name: '您要反映什么事？' }).waitFor();
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.getByRole('link', { name: '119', exact: true }).getAttribute('href')).toBe('tel:119');
    expect(await page.getByRole('link', { name: '心理援助12356' }).getAttribute('href')).toBe('tel:12356');
    const bar = await page.getByRole('complementary', { name: '紧急电话' }).boundingBox();
    expect(bar?.height).toBeLessThan(130);
    await page.context().setOffline(false);

    await signInAs(page, '李建军');
    await describeMatter(page, '我家着火了，快来人');
    const call = page.getByRole('link', { name: '拨打119' });
    expect(await call.getAttribute('href')).toBe('tel:119');
  });

  it('what is filed while the connection is away is sent when it is back, and filed once, though an answer got lost', async () => {
    const page = await windowOf('resident', '赵晓梅', { ...phone, serviceWorkers: 'block' });
    await describeMatter(page, '天齐路的路灯不亮了');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '存在手机上，还没有发出' }).waitFor();
    await page.context().setOffline(false);
    const number = await numberFiled(page);

    // The hotline takes it, and its answer gets lost.
    let sent = 0;
    await page.route(`${api}/tickets`, async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await describeMatter(page, '学校门口的垃圾没有人收');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('button', { name: '现在再发一次' }).click();
    const other = await numberFiled(page);
    expect(other).not.toBe(number);
    await page.unroute(`${api}/tickets`);
    await page.getByRole('link', { name: '我的工单' }).click();
    await page.getByText(number).waitFor();
    expect(await page.getByText('学校门口的垃圾没有人收').count()).toBe(1);
    expect(await page.getByText('天齐路的路灯不亮了').count()).toBe(1);
  });

  it('what people write stays text, and breaks no page', async () => {
    const page = await windowOf('resident', '王秀兰', phone);
    await describeMatter(page, `<script>alert(1)</script><img src=x onerror=alert(1)> ${'a'.repeat(500)} שלום`);
    expect(await isAsWideAsTheWindow(page)).toBe(true);
    const number = await fileMatter(page);
    await page.getByRole('link', { name: '看这张工单' }).click();
    await page.getByText('<script>alert(1)</script>').waitFor();
    expect(await isAsWideAsTheWindow(page)).toBe(true);
    const desk = await windowOf('desk', '孙婷', phone);
    await desk.goto(`${api}/pages/desk#/tickets/${number}`);
    await desk.getByText('<script>alert(1)</script>').waitFor();
    expect(await isAsWideAsTheWindow(desk)).toBe(true);
  });

  it('an agent sees while writing what the hotline understands', async () => {
    const desk = await windowOf('desk', '钱伟');
    await desk.getByRole('link', { name: '新建工单' }).click();
    await desk.getByLabel('事情').fill('稷下街道文苑社区的暖气不热');
    await desk.getByRole('region', { name: '目前的理解' }).getByText('文苑社区').waitFor();
    await looksWell(desk);
    await desk.getByRole('button', { name: '提交工单' }).click();
    await desk.getByRole('heading', { name: /工单号/ }).waitFor();
    await looksWell(desk);
  });

  it('in light, in dark, large and with contrast nothing stands in the way of anybody', async () => {
    const page = await windowOf('resident', '李建军', phone);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').waitFor();
    await looksWell(page);
    await describeMatter(page, '不想活了');
    await looksWell(page);
    await describeMatter(page, '文苑社区三号楼的楼道灯不亮');
    await looksWell(page);
    const number = await fileMatter(page);
    await looksWell(page);
    await page.getByRole('link', { name: '看这张工单' }).click();
    await page.getByRole('button', { name: '补充上去' }).waitFor();
    await page.getByText('不需要办了').click();
    await looksWell(page);
    await page.getByRole('link', { name: '我的工单' }).click();
    await page.getByText(number).waitFor();
    await looksWell(page);
    await page.goto(`${api}/pages/resident#/sending`);
    await page.getByRole('heading', { name: '没有等待发出的事' }).waitFor();
    await looksWell(page);
  });

  it('a matter of ten thousand letters is filed whole, and breaks no page', async () => {
    const page = await windowOf('resident', '赵晓梅', phone);
    const matter = `${'楼下的垃圾桶满了很久没有人来收，'.repeat(620)}这是最后一句`;
    await describeMatter(page, matter);
    expect(await isAsWideAsTheWindow(page)).toBe(true);
    const number = await fileMatter(page);
    for (const [audience, name] of [
      ['desk', '孙婷'],
      ['resident', '赵晓梅'],
    ] as const) {
      const reader = await windowOf(audience, name, phone);
      await reader.goto(`${api}/pages/${audience}#/tickets/${number}`);
      await reader.getByText('这是最后一句').first().waitFor();
      expect(await isAsWideAsTheWindow(reader)).toBe(true);
    }
  });

  it('no browser had to refuse anything', () => expect(complaints).toEqual([]));
});
