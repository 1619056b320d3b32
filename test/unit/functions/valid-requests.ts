import type { Sent } from './http-event.ts';
import { callBack, numbers } from './seeded-hotline.ts';

const matter = { kind: 'help', category: 'water-leak', matter: '水管漏水', area: 'xuegong-linyuan' };
const headers = { 'idempotency-key': 'a-key-of-its-own' };
const ofWater = (number: string): NonNullable<Sent['params']> => ({ department: 'water', number });

/**
 * One request of every operation that its contract accepts, to the owner's tickets and to the water department. `lease`
 * is one that the water department holds.
 */
export const validRequests = (lease: string): Record<string, Sent> => ({
  'open-ticket': { headers, body: matter },
  'list-own-tickets': {},
  'get-ticket': { params: { number: numbers.dispatched } },
  'add-to-ticket': { params: { number: numbers.dispatched }, body: { text: '还在漏' } },
  'rate-ticket': { params: { number: numbers.resolved }, body: { solved: true, stars: 4 } },
  'open-ticket-for-caller': { headers, body: matter },
  'list-tickets': { query: { state: 'dispatched' } },
  'get-recording': { params: { number: numbers.accepted } },
  'dispatch-ticket': { params: { number: numbers.received }, body: { department: 'water' } },
  'lease-call-backs': { body: { most: 1 } },
  'finish-call-back': { params: { id: callBack.id }, body: { lease: callBack.lease, outcome: 'reached' } },
  'get-figures': { query: { period: 'day', from: '2026-11-23', to: '2026-11-23' } },
  'lease-work': { params: { department: 'water' }, body: { waitSeconds: 0 } },
  'acknowledge-work': { params: { department: 'water' }, body: { lease } },
  'give-back-work': { params: { department: 'water' }, body: { lease } },
  'get-department-ticket': { params: ofWater(numbers.dispatched) },
  'get-department-recording': { params: ofWater(numbers.accepted) },
  'accept-ticket': { params: ofWater(numbers.dispatched) },
  'return-ticket': { params: ofWater(numbers.dispatched), body: { reason: '不归我们管' } },
  'resolve-ticket': { params: ofWater(numbers.accepted), body: { outcome: '已换阀门' } },
});
