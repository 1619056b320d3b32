import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { factsOf, statesWhere } from '#domain/tickets/states.ts';
import { Destination, givenTo, isGivenTo, putRight, putRightIn } from '#domain/tickets/to-department.ts';

/**
 * 改派: a supervisor gives an open ticket to a department, also one that another department has or has accepted. So a
 * department that is silent does not keep it. Refuses `department-unknown`, `category-unknown`.
 */
export const reassign = command({
  name: 'reassign',
  from: statesWhere(({ clocks }) => clocks !== 'stop'),
  to: 'dispatched',
  roles: ['supervisor'],
  get input() {
    return Destination();
  },
  event: 'reassigned',
  get says() {
    return { rule: z.string(), takenFrom: z.string().optional(), ...putRight() };
  },
  isDone: isGivenTo,
  change: (ticket, input, setting) => {
    const { department, takenFrom = [] } = ticket;
    // What a department has returned is in its returns, and what it gets again was not taken from it.
    const others = takenFrom.filter((one) => one.department !== department);
    const isTaken = department !== undefined && department !== input.department && factsOf(ticket).isWithDepartment;
    return {
      ticket: {
        ...givenTo(ticket, input, setting),
        ...(isTaken && { takenFrom: [...others, { department, at: setting.at }] }),
      },
      event: { rule: input.rule, ...(isTaken && { takenFrom: department }), ...putRightIn(ticket, input) },
    };
  },
});
