import type { leaseWorkContract } from '#contracts/http/lease-work.ts';
import type { resolveTicketContract } from '#contracts/http/resolve-ticket.ts';
import type { returnTicketContract } from '#contracts/http/return-ticket.ts';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { call } from '#web/session/call.ts';
import type { AnswerOf, BodyOf } from '#web/session/contract-types.ts';

/** All that the page of one department asks of the API. */
export const departmentApi = (department: string) => {
  const of = `/departments/${encodeURIComponent(department)}`;
  const ticket = (number: string): string => `${of}/tickets/${encodeURIComponent(number)}`;
  return {
    lease: (body: BodyOf<typeof leaseWorkContract>) =>
      call<AnswerOf<typeof leaseWorkContract>>('POST', `${of}/work/leases`, { body }),
    acknowledge: (lease: string) => call<{ acknowledged: true }>('POST', `${of}/work/acknowledgements`, { body: { lease } }),
    read: (number: string) => call<StaffTicketView>('GET', ticket(number)),
    accept: (number: string) => call<StaffTicketView>('POST', `${ticket(number)}/acceptance`),
    return: (number: string, body: BodyOf<typeof returnTicketContract>) =>
      call<StaffTicketView>('POST', `${ticket(number)}/return`, { body }),
    resolve: (number: string, body: BodyOf<typeof resolveTicketContract>) =>
      call<StaffTicketView>('POST', `${ticket(number)}/resolution`, { body }),
  };
};
