import type { leaseWorkContract } from '#contracts/http/lease-work.ts';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { call } from '#web/session/call.ts';
import type { AnswerOf, BodyOf, StaffChanges, StaffPage } from '#web/session/contract-types.ts';

/** All that the page of one department asks of the API, beside the commands. */
export const departmentApi = (department: string) => {
  const of = `/departments/${encodeURIComponent(department)}`;
  return {
    list: (query: Readonly<Record<string, string>>) => call<StaffPage>('GET', `${of}/tickets`, { query }),
    changes: (query: Readonly<Record<string, string>>) => call<StaffChanges>('GET', `${of}/changes`, { query }),
    lease: (body: BodyOf<typeof leaseWorkContract>) =>
      call<AnswerOf<typeof leaseWorkContract>>('POST', `${of}/work/leases`, { body }),
    acknowledge: (lease: string) => call<{ acknowledged: true }>('POST', `${of}/work/acknowledgements`, { body: { lease } }),
    read: (number: string) => call<StaffTicketView>('GET', `${of}/tickets/${encodeURIComponent(number)}`),
  };
};
