import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { Eyes } from '#simulator/browser/browser.ts';
import { findTicket } from '#simulator/browser/steps.ts';
import { eventually, handsOn } from './running-hotline.ts';
import { complaints, looksWell, usingBrowser } from './windows.ts';

const stack = inject('stack');
const hotline = handsOn(stack);
const { api } = stack;
const phone: Eyes = { viewport: { width: 320, height: 640 } };
const { windowOf: openedFor } = usingBrowser(api);

const WATER = '/departments/water';
const PROGRAM = 'water-clerk-2';

const windowOf = (name: string, eyes?: Eyes): Promise<Page> => openedFor('department', name, eyes);

/** A matter of the water department, filed and with its unit. */
const filed = async (matter: string): Promise<string> => {
  const body = { kind: 'help', category: 'water-leak', area: 'jixia-wenyuan', matter };
  const headers = { 'idempotency-key': randomUUID() };
  const { ticket } = await hotline.insist({ as: 'resident-wang', path: '/tickets', body, headers });
  await hotline.assigned(ticket.number);
  return ticket.number;
};

/** Leases all work as the department's program; gives the pieces by number and gives back all others at once. */
const leased = async (number: string): Promise<{ lease: string; item: any } | undefined> => {
  const { work } = await hotline.insist({ as: PROGRAM, path: `${WATER}/work/leases`, body: { leaseSeconds: 10 } });
  for (const { lease, item } of work)
    if (item.number !== number) await hotline.insist({ as: PROGRAM, path: `${WATER}/work/give-backs`, body: { lease } });
  return work.find(({ item }: any) => item.number === number);
};

const lineOf = (page: Page, number: string) => page.getByRole('listitem').filter({ hasText: number });
const accept = (page: Page): Promise<void> => page.getByRole('button', { name: '签收' }).click();

describe('the pages of a department', () => {
  it('show one clerk what another one of the department does, without loading anew', async () => {
    const number = await filed('文苑社区门口的阀门漏水');
    const [first, second] = [await windowOf('周明远'), await windowOf('宋佳宁')];
    await lineOf(second, number).getByText('已派单').waitFor({ timeout: 40_000 });
    await findTicket(first, number);
    await accept(first);
    await first.getByLabel('办理结果').waitFor();
    await lineOf(second, number).getByText('办理中').waitFor({ timeout: 40_000 });
    await findTicket(second, number);
    await second.getByLabel('办理结果').fill('阀门已经换了');
    await second.getByRole('button', { name: '办结' }).click();
    await second.getByText('这张工单本单位已经办结。').waitFor();

    // What is done is found by its month and its unit.
    await second.getByRole('link', { name: '回到本单位的工单' }).click();
    await lineOf(second, number).waitFor({ state: 'detached', timeout: 40_000 });
    await second.getByText('筛选', { exact: true }).click();
    await second.getByLabel('已办结，按提交月份').selectOption({ index: 1 });
    await lineOf(second, number).waitFor();
    const unit = await second.getByLabel('办理科室').locator('option').nth(1).innerText();
    await second.getByLabel('办理科室').selectOption({ index: 1 });
    await lineOf(second, number)
      .getByText(unit.replace(/ \(\d+\)$/, ''))
      .waitFor();
  });

  it('take work off the queue of a program that has leased it, by accepting it and nothing else', async () => {
    const number = await filed('文苑社区二号楼的水表漏水');
    const { item } = await eventually(
      () => leased(number),
      (found) => found !== undefined,
    ).then((found) => found ?? { item: undefined });
    expect(item.names).toMatchObject({ department: '区供水服务中心', area: ['稷下街道', '文苑社区'] });
    const clerk = await windowOf('周明远');
    await clerk.getByText(/大约\d+条，已领走[1-9]\d*条/).waitFor();
    await findTicket(clerk, number);
    await accept(clerk);
    await clerk.getByLabel('办理结果').waitFor();
    // Until the lease has ended: it lasts ten seconds.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    expect(await leased(number)).toBeUndefined();
    // Nor for the one who accepted it, for whom it would come again from the queue.
    const { work } = await hotline.insist({ as: 'water-clerk', path: `${WATER}/work/leases`, body: { leaseSeconds: 10 } });
    expect(work.map((one: any) => one.item.number)).not.toContain(number);
    for (const { lease } of work) await hotline.insist({ as: 'water-clerk', path: `${WATER}/work/give-backs`, body: { lease } });
  });

  it('say how much is not accepted and since when, and find it by days', async () => {
    const number = await filed('文苑社区花园的喷头漏水');
    const clerk = await windowOf('周明远', phone);
    await clerk.getByText(/^\d+件，最早的一件是.+提交的$/).waitFor();
    await lineOf(clerk, number).waitFor({ timeout: 40_000 });
    await clerk.getByText('筛选', { exact: true }).click();
    const [yesterday, today] = [-1, 0].map((days) =>
      new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10),
    );
    await clerk.getByLabel('提交不晚于').fill(yesterday ?? '');
    await lineOf(clerk, number).waitFor({ state: 'detached' });
    await clerk.getByLabel('提交不晚于').fill(today ?? '');
    await lineOf(clerk, number).waitFor();
    await clerk.getByLabel('提交不早于').fill(today ?? '');
    await clerk.getByLabel('期限不晚于').fill(yesterday ?? '');
    await lineOf(clerk, number).waitFor({ state: 'detached' });
    await looksWell(clerk);
  });

  it('show its own figures with the numbers behind each rate, by itself and by its units', async () => {
    const number = await filed('文苑社区水管漏水，要统计');
    for (const [path, body] of [
      ['acceptance', undefined],
      ['resolution', { outcome: '已修好' }],
    ] as const)
      await hotline.insist({ as: 'water-clerk', path: `${WATER}/tickets/${number}/${path}`, body });
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    const path = `${WATER}/figures?period=month&from=${month}-01&to=${month}-28`;
    const counted = await eventually(
      async () => {
        await hotline.run('roll-up-figures');
        return hotline.insist({ as: 'water-clerk', method: 'GET', path });
      },
      ({ units }) => units.some(({ completedOnTime }: any) => completedOnTime > 0),
      60,
    );
    const [row] = counted.department;
    const clerk = await windowOf('周明远', phone);
    await clerk.getByRole('link', { name: '统计' }).click();
    await clerk.getByText(`派到本单位的工单有${row.dispatched}件。`).waitFor();
    const table = clerk.getByRole('table', { name: '和上个月比' });
    const { numerator, denominator } = row.rates.onTimeCompletion;
    await table
      .getByRole('row', { name: /^按时办结率/ })
      .getByText(`（${numerator}/${denominator}）`)
      .waitFor();
    await clerk.getByRole('heading', { name: /^各科室/ }).waitFor();
    const [unit] = counted.units;
    const words = `派来${unit.dispatched}件，办结${unit.completedOnTime + unit.completedLate}件，其中按时${unit.completedOnTime}件`;
    await clerk.getByRole('definition').filter({ hasText: words }).first().waitFor();
    await looksWell(clerk);
    await clerk.getByLabel('月份').selectOption({ index: 11 });
    await clerk.getByText('这个月还没有工单。').waitFor();
  });

  it('give a link to what a caller said, or say why there is none', async () => {
    const number = await filed('文苑社区电话里说的漏水');
    const clerk = await windowOf('周明远', phone);
    await findTicket(clerk, number);
    expect(await clerk.getByRole('heading', { name: '来电录音' }).count()).toBe(0);
    // No telephone rings here: the ticket is shown as one that has a recording.
    await clerk.route(new RegExp(`/tickets/${number}$`), async (route) => {
      const ticket = await (await route.fetch()).json();
      await route.fulfill({ json: { ...ticket, recording: 'recordings/twilio/CA1/RE1' } });
    });
    await clerk.reload();
    await clerk.getByRole('button', { name: '听录音' }).click();
    await clerk.getByRole('alert').getByText('这张工单没有录音。').waitFor();
    await clerk.route(/\/recording$/, (route) =>
      route.fulfill({ json: { url: `${api}/heard`, expiresAt: new Date(Date.now() + 300_000).toISOString() } }),
    );
    await clerk.getByRole('button', { name: '听录音' }).click();
    expect(await clerk.getByRole('link', { name: '打开录音' }).getAttribute('href')).toBe(`${api}/heard`);
    await looksWell(clerk);
  });

  it('gave no browser anything to refuse', () => expect(complaints).toEqual([]));
});
