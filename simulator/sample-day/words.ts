import type { TicketState } from '#domain/tickets/states.ts';

/** The hotlines' own word for each state of a ticket, in Chinese. */
export const STATE_WORDS = {
  received: '已受理',
  dispatched: '已派单',
  accepted: '已签收',
  returned: '已退单',
  resolved: '已办结',
  closed: '已评价',
  withdrawn: '已撤回',
} satisfies Record<TicketState, string>;
