import type { WorkItem } from '#domain/tickets/work-item.ts';
import type { LeaseQueue } from '#ports/lease-queue.ts';
import type { WorkQueue } from '#ports/work-queue.ts';

/** A WorkQueue over one lease queue for each department, whose leases have the department as their key. */
export const workOfDepartments = (queueOf: (department: string) => Promise<LeaseQueue<WorkItem>>): WorkQueue => ({
  lease: async (department, leasing) => {
    const queue = await queueOf(department);
    return (await queue.lease(leasing)).map(({ lease, item }) => ({ lease, work: item }));
  },
  acknowledge: async (department, lease) => {
    const queue = await queueOf(department);
    await queue.acknowledge(department, lease);
  },
  giveBack: async (department, lease, delaySeconds) => {
    const queue = await queueOf(department);
    return queue.giveBack(department, lease, delaySeconds);
  },
  size: async (department) => (await queueOf(department)).size(),
});
