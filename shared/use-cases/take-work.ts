import type { District } from '#domain/district/district.ts';
import { standingUnit } from '#domain/district/routing.ts';
import { departmentOf, goneFrom } from '#domain/district/standing-ids.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { type WorkItem, workItem } from '#domain/tickets/work-item.ts';
import type { Leasing } from '#ports/lease-queue.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import type { LeasedWork, WorkQueue } from '#ports/work-queue.ts';
import { leaseStanding } from './lease-standing.ts';

interface Needs {
  workQueue: Pick<WorkQueue, 'lease' | 'acknowledge'>;
  store: Pick<TicketStore, 'get'>;
  district: District;
}

/** The work as its ticket is now; a unit that is gone is not named, but the one that covers the place instead. */
const workNow = (ticket: Ticket, department: string, assigned: string, district: District): WorkItem => {
  const unit = ticket.unit ?? assigned;
  const known = departmentOf(district, department);
  const work = workItem(ticket, department, known ? standingUnit(known, district, unit, ticket.area).id : unit);
  return { ...work, ...goneFrom(district, work) };
};

/**
 * Leases a department's work that is still its own, as its ticket is now. What its reporter withdrew, what went to another department and what
 * was done leaves the queue unseen. Throws Refusal `department-unknown`.
 */
export const takeWork = (department: string, leasing: Leasing, { workQueue, store, district }: Needs): Promise<LeasedWork[]> =>
  leaseStanding(
    leasing,
    (again) => workQueue.lease(department, again),
    async (leased) => {
      const ticket = await store.get(leased.work.number);
      // A table that was restored may lack it: then this message is the last trace of the matter.
      if (!ticket) throw new Error(`there is work for ${leased.work.number}, but no such ticket`);
      if (ticket.department === department && factsOf(ticket).isWithDepartment) {
        // Its reporter may be hidden since, and its limits may be others.
        return { ...leased, work: workNow(ticket, department, leased.work.unit, district) };
      }
      await workQueue.acknowledge(department, leased.lease);
      return undefined;
    },
  );
