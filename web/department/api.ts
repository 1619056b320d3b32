import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { call } from '#web/session/call.ts';
import type { StaffChanges, StaffPage } from '#web/session/contract-types.ts';

/** All that the page of one department asks of the API, beside the commands. */
export const departmentApi = (department: string) => {
  const of = `/departments/${encodeURIComponent(department)}`;
  return {
    list: (query: Readonly<Record<string, string>>) => call<StaffPage>('GET', `${of}/tickets`, { query }),
    changes: (query: Readonly<Record<string, string>>) => call<StaffChanges>('GET', `${of}/changes`, { query }),
    read: (number: string) => call<StaffTicketView>('GET', `${of}/tickets/${encodeURIComponent(number)}`),
  };
};
