import type { DepartmentWords } from './zh.ts';

/** What the departments' page says in English. */
export const departmentEn: DepartmentWords = {
  site: 'Department',
  inbox: 'Work',
  fetch: 'Fetch new work',
  fetched: (count) => (count === 0 ? 'There is no new work.' : `${count} fetched.`),
  empty: 'No work was fetched yet.',
  noDepartment: 'Your account belongs to no department. Sign out and use another one.',
  acceptBy: 'to be accepted',
  resolveBy: 'to be resolved',
  acceptTitle: 'It is ours',
  accept: 'Accept',
  resolveTitle: 'It is done',
  resolve: 'Resolve',
  outcome: 'What was done',
  outcomeHint: 'Who asked reads this.',
  returnTitle: 'It is not ours',
  return: 'Return',
  reason: 'Why it is returned',
  done: 'Your department has resolved this ticket.',
  back: 'Back to the work',
};
