import { factsOf } from '#domain/tickets/states.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';

/** Whether the desk is to do something: no department has the open ticket, or it is to be asked if somebody is in danger. */
export const waitsForDesk = ({ state, danger }: Pick<TicketSummary, 'state' | 'danger'>): boolean => {
  const { clocks, isWithDepartment } = factsOf({ state });
  return clocks !== 'stop' && (!isWithDepartment || danger?.outcome === 'doubt');
};
