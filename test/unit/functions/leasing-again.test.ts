import { describe, expect, it } from 'vitest';
import { httpEvent, people } from './http-event.ts';
import { seededHotline } from './seeded-hotline.ts';
import { contractOf } from './try-out.ts';

describe.each([
  ['lease-work', people.water, { params: { department: 'water' } }],
  ['lease-call-backs', people.agent, {}],
] as const)('%s', (name, claims, sent) => {
  it('says that it is worth asking again soon while there is work, and later while there is none', async () => {
    const hotline = await seededHotline();
    const lease = () => hotline.send(name, httpEvent(contractOf(name), { ...sent, body: { most: 10 } }, claims));
    const [some, none] = [await lease(), await lease()];
    expect([some.status, none.status]).toEqual([200, 200]);
    expect([Object.values(some.body)[0], Object.values(none.body)[0]]).toMatchObject([[{}], []]);
    expect(some.again).toBe(1);
    expect(none.again).toBeGreaterThan(10);
  });

  it('takes no time to wait from its client: an answer comes within about a second', async () => {
    const hotline = await seededHotline();
    const event = httpEvent(contractOf(name), { ...sent, body: { waitSeconds: 20 } }, claims);
    expect(await hotline.send(name, event)).toMatchObject({ status: 400, code: 'request-invalid' });
  });
});
