import type { DepartmentWords } from './zh.ts';

/** What the departments' page says in English. */
export const departmentEn: DepartmentWords = {
  site: 'Department',
  inbox: 'Work',
  empty: 'There is no work.',
  noDepartment: 'Your account belongs to no department. Sign out and use another one.',
  done: 'Your department has resolved this ticket.',
  gone: 'This ticket is not with your department now.',
  back: 'Back to the work',
};
