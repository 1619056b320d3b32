import * as z from 'zod';
import { chooseUnit } from '#domain/district/routing.ts';
import { departmentOf, goneFrom } from '#domain/district/standing-ids.ts';
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
  // A unit that is gone from its department does not do the work.
  isDone: ({ department, unit }, _, { district }) =>
    unit !== undefined && !goneFrom(district, { department, unit }).gone?.includes('unit'),
  change: (ticket, _, { district }) => {
    const department = departmentOf(district, ticket.department);
    if (!department) throw new Refusal('department-unknown');
    const unit = chooseUnit(department, district, ticket.area).id;
    return { ticket: { unit }, event: { unit } };
  },
});
