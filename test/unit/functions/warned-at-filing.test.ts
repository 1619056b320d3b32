import { describe, expect, it } from 'vitest';
import { addToTicketContract } from '#contracts/http/add-to-ticket.ts';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import { httpEvent, people } from './http-event.ts';
import { numbers, SECRETS, seededHotline } from './seeded-hotline.ts';

const matter = { kind: 'help', matter: `水管漏水，${SECRETS.name}，13807654321`, area: 'xuegong-linyuan', anonymous: true };
const headers = { 'idempotency-key': 'key-00000001' };

describe('whoever files for somebody anonymous with their number in the words', () => {
  it.each([
    ['open-ticket', openTicketContract, people.owner],
    ['open-ticket-for-caller', openTicketForCallerContract, people.agent],
  ])('is warned by %s, also when it is sent again', async (name, contract, claims) => {
    const { send } = await seededHotline();
    const body = { ...matter, contact: { name: SECRETS.name } };
    const first = await send(name, httpEvent(contract, { headers, body }, claims));
    const again = await send(name, httpEvent(contract, { headers, body }, claims));
    expect(first.body.warnings).toMatchObject([{ code: 'number-in-text' }, { code: 'name-in-text' }]);
    expect([again.status, again.body.warnings]).toEqual([200, first.body.warnings]);
    // They read their own words whole.
    expect(first.body.ticket.matter).toBe(matter.matter);
  });

  it('is not where who asked may be known', async () => {
    const { send } = await seededHotline();
    const { body } = await send(
      'open-ticket',
      httpEvent(openTicketContract, { headers, body: { ...matter, anonymous: false } }, people.owner),
    );
    expect(body).not.toHaveProperty('warnings');
  });

  it('is warned where they add it', async () => {
    const { send } = await seededHotline();
    const add = async (number: string) =>
      (
        await send(
          'add-to-ticket',
          httpEvent(addToTicketContract, { params: { number }, body: { text: '打13807654321' } }, people.owner),
        )
      ).body;
    expect((await add(numbers.anonymous)).warnings).toMatchObject([{ code: 'number-in-text' }]);
    expect(await add(numbers.dispatched)).not.toHaveProperty('warnings');
  });
});
