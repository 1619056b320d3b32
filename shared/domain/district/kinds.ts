import * as z from 'zod';

/** 诉求类型: what sort of matter it is. Limits and routing depend on it. */
export const TicketKind = z.enum(['inquiry', 'help', 'complaint', 'suggestion', 'whistleblowing', 'service', 'dispute']);
export type TicketKind = z.infer<typeof TicketKind>;
