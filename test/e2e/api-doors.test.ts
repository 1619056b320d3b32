import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { handsOn } from './running-hotline.ts';

const stack = inject('stack');
const hotline = handsOn(stack);
const matter = { kind: 'suggestion', category: 'greenery', area: 'jixia-wenyuan', matter: '小区里多种些树' };
const open = (as: string, key: string, body: object = matter) =>
  hotline.api({ as, path: '/tickets', body, headers: { 'idempotency-key': key } });

describe('the API doors', () => {
  it('want a token that the authorizer accepts', async () => {
    expect((await hotline.api({ method: 'GET', path: '/tickets' })).status).toBe(401);
    const [header, payload, signature] = (stack.people[0]?.token ?? '').split('.');
    const claims = { ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), 'cognito:groups': ['supervisor'] };
    const forged = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    const response = await fetch(`${stack.api}/figures?period=day&from=2026-11-23&to=2026-11-23`, {
      headers: { authorization: `Bearer ${forged}` },
    });
    expect(response.status).toBe(401);
  });

  it('answer the same key and body with the same ticket, though twenty come at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => open('resident-wang', key)));
    expect(new Set(answers.map(({ body }) => body.ticket?.number)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 200 && body.replayed)).toHaveLength(19);
    expect(await open('resident-wang', key, { ...matter, matter: '别的事' })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('show a ticket to nobody whom it does not concern', async () => {
    const { body } = await open('resident-wang', randomUUID());
    const { number } = body.ticket;
    await hotline.assigned(number);
    const rating = { solved: false, stars: 1 };
    const unknown = { status: 404, body: { code: 'ticket-unknown' } };
    expect(await hotline.api({ as: 'resident-li', method: 'GET', path: `/tickets/${number}` })).toMatchObject(unknown);
    expect(await hotline.api({ as: 'resident-li', path: `/tickets/${number}/rating`, body: rating })).toMatchObject(unknown);
    const water = '/departments/water';
    expect(await hotline.api({ as: 'water-clerk', path: `${water}/tickets/${number}/acceptance` })).toMatchObject(unknown);
    expect(await hotline.api({ as: 'power-clerk', path: `${water}/work/leases`, body: {} })).toMatchObject({
      status: 403,
      body: { code: 'department-not-yours' },
    });
    expect(await hotline.api({ as: 'resident-wang', method: 'GET', path: '/desk/tickets?state=received' })).toMatchObject({
      status: 403,
      body: { code: 'role-not-allowed' },
    });
  });

  it('tell a mistyped number from an unknown one', async () => {
    const get = (number: string) => hotline.api({ as: 'agent-sun', method: 'GET', path: `/tickets/${number}` });
    expect(await get('LZ000101000000')).toMatchObject({
      body: { code: expect.stringMatching(/ticket-(unknown|number-mistyped)/) },
    });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, digit) => get(`LZ26010112345${digit}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 400, 404]);
  });

  it('page the lists so that every ticket is seen once', async () => {
    const opened = await Promise.all(Array.from({ length: 5 }, () => open('resident-zhao', randomUUID())));
    const seen: string[] = [];
    let cursor = '';
    do {
      const path: string = `/tickets?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = await hotline.insist({ as: 'resident-zhao', method: 'GET', path });
      seen.push(...page.tickets.map(({ number }: { number: string }) => number));
      cursor = page.cursor ?? '';
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(opened.map(({ body }) => body.ticket.number)));
  });
});
