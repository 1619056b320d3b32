import { expect, it } from 'vitest';
import { fittingFirst, signInPage } from '#local/sign-in-page.ts';

const person = (id: string, ...groups: string[]) => ({ id, name: id, groups, sub: id, token: 't' });
const people = [
  person('wang', 'resident'),
  person('sun', 'agent'),
  person('zhou', 'department:water'),
  person('liu', 'supervisor'),
];

it.each([
  ['resident', 'wang sun zhou liu'],
  ['desk', 'sun liu wang zhou'],
  ['department', 'zhou wang sun liu'],
  ['', 'wang sun zhou liu'],
])('whom the page of %s is for stand first in the list of sample people', (page, order) => {
  expect(
    fittingFirst(people, page)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(order);
});

it('a department is called by its name in the list of sample people', () => {
  const page = signInPage(people, ({ id }) => `/as/${id}`, new Map([['water', '区供水服务中心']]));
  expect(page).toContain('zhou（承办单位 区供水服务中心）');
  expect(page).not.toContain('department:');
});
