import * as z from 'zod';
import { chooseUnit } from '#domain/district/routing.ts';
import { Refusal } from '#domain/errors.ts';
import { command } from '#domain/tickets/command.ts';

/** The department's lane names the unit that does the work. Refuses `department-unknown`. */
export const assign = command({
  name: 'assign',
  from: ['dispatched'],
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({});
  },
  event: 'assigned',
  get says() {
    return { unit: z.string() };
  },
  isDone: (ticket) => ticket.unit !== undefined,
  change: (ticket, _, { district }) => {
    const department = district.departments.find(({ id }) => id === ticket.department);
    if (!department) throw new Refusal('department-unknown');
    const unit = chooseUnit(department, district, ticket.area).id;
    return { ticket: { unit }, event: { unit } };
  },
});
