import type { District } from '#domain/district/district.ts';
import { standingUnit } from '#domain/district/routing.ts';
import { departmentOf, goneFrom } from '#domain/district/standing-ids.ts';
import { acceptedBy } from '#domain/tickets/accepted-by.ts';
import { toAcceptAgain } from '#domain/tickets/duty.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { type WorkItem, workItem } from '#domain/tickets/work-item.ts';
import type { Leasing } from '#ports/lease-queue.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import type { LeasedWork, WorkQueue } from '#ports/work-queue.ts';
import { leaseStanding } from './lease-standing.ts';

interface Needs {
  workQueue: Pick<WorkQueue, 'lease' | 'acknowledge'>;
  store: Pick<TicketStore, 'get' | 'events'>;
  district: District;
}

/** The work as its ticket is now; a unit that is gone is not named, but the one that covers the place instead. */
const workNow = (ticket: Ticket, department: string, assigned: string, district: District): WorkItem => {
  const unit = ticket.unit ?? assigned;
  const known = departmentOf(district, department);
  const work = workItem(ticket, department, known ? standingUnit(known, district, unit, ticket.area).id : unit);
  return { ...work, ...goneFrom(district, work) };
};

/** Who fetches work: a department, by a person or a program with an account of its own. */
interface Fetcher {
  department: string;
  id: string;
}

/**
 * Whether work is still to be handed out. What somebody else of the department has accepted is in their hands; who accepted
 * it themselves gets it again, since a program may break between accepting and resolving.
 */
const isToBeHandedOut = async (
  ticket: Ticket,
  { department, id }: Fetcher,
  store: Pick<TicketStore, 'events'>,
): Promise<boolean> => {
  const { isWithDepartment, isAccepted } = factsOf(ticket);
  if (ticket.department !== department || !isWithDepartment) return false;
  if (!isAccepted || toAcceptAgain(ticket)) return true;
  const by = acceptedBy(await store.events(ticket.number));
  return by === undefined || by === id;
};

/**
 * Leases a department's work that is still to be done, as its ticket is now. What its reporter withdrew, what went to another
 * department, what is done and what somebody else of the department has accepted leaves the queue unseen (decision 20). Throws
 * Refusal `department-unknown`.
 */
export const takeWork = (fetcher: Fetcher, leasing: Leasing, { workQueue, store, district }: Needs): Promise<LeasedWork[]> => {
  const { department } = fetcher;
  return leaseStanding(
    leasing,
    (again) => workQueue.lease(department, again),
    async (leased) => {
      const ticket = await store.get(leased.work.number);
      // A table that was restored may lack it: then this message is the last trace of the matter.
      if (!ticket) throw new Error(`there is work for ${leased.work.number}, but no such ticket`);
      if (await isToBeHandedOut(ticket, fetcher, store)) {
        // Its reporter may be hidden since, and its limits may be others.
        return { ...leased, work: workNow(ticket, department, leased.work.unit, district) };
      }
      await workQueue.acknowledge(department, leased.lease);
      return undefined;
    },
  );
};
