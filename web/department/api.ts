import type { getDepartmentFiguresContract } from '#contracts/http/get-department-figures.ts';
import type { getDepartmentRecordingContract } from '#contracts/http/get-department-recording.ts';
import type { getDepartmentWorkContract } from '#contracts/http/get-department-work.ts';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { call } from '#web/session/call.ts';
import type { AnswerOf, StaffChanges, StaffPage } from '#web/session/contract-types.ts';

/** What was counted of a department and of its units. */
export type DepartmentFigures = AnswerOf<typeof getDepartmentFiguresContract>;

/** All that the page of one department asks of the API, beside the commands. */
export const departmentApi = (department: string) => {
  const of = '/departments/{department}';
  const place = { department };
  return {
    list: (query: Readonly<Record<string, string>>) => call<StaffPage>('GET', `${of}/tickets`, { place, query }),
    changes: (query: Readonly<Record<string, string>>) => call<StaffChanges>('GET', `${of}/changes`, { place, query }),
    work: () => call<AnswerOf<typeof getDepartmentWorkContract>>('GET', `${of}/work`, { place }),
    figures: (query: { period: 'month'; from: string; to: string }) =>
      call<DepartmentFigures>('GET', `${of}/figures`, { place, query }),
    read: (number: string) => call<StaffTicketView>('GET', `${of}/tickets/{number}`, { place: { ...place, number } }),
    recording: (number: string) =>
      call<AnswerOf<typeof getDepartmentRecordingContract>>('GET', `${of}/tickets/{number}/recording`, {
        place: { ...place, number },
      }),
  };
};
