import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { Destination, givenTo, isGivenTo, putRight, putRightIn } from '#domain/tickets/to-department.ts';

/** 派单: the centre names the department. Refuses `department-unknown`, `category-unknown`. */
export const dispatch = command({
  name: 'dispatch',
  from: ['received', 'returned'],
  to: 'dispatched',
  roles: ['agent', 'system'],
  get input() {
    return Destination();
  },
  event: 'dispatched',
  get says() {
    return { rule: z.string(), ...putRight() };
  },
  isDone: isGivenTo,
  change: (ticket, input, setting) => ({
    ticket: givenTo(ticket, input, setting),
    event: { rule: input.rule, ...putRightIn(ticket, input) },
  }),
});
