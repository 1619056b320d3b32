import * as z from 'zod';

/** 诉求类型. */
export const TicketKind = z.enum(['inquiry', 'help', 'complaint', 'suggestion', 'whistleblowing', 'service', 'dispute']);
export type TicketKind = z.infer<typeof TicketKind>;

/** 渠道. */
export const Channel = z.enum(['phone', 'app', 'miniprogram', 'web', 'sms', 'wechat', 'open311', 'grid', 'transfer', 'staff']);
export type Channel = z.infer<typeof Channel>;

/** Where a ticket stands in its life; the transitions between them are in transitions.ts. */
export const TicketState = z.enum(['received', 'dispatched', 'accepted', 'returned', 'resolved', 'closed']);
export type TicketState = z.infer<typeof TicketState>;

/** Who acts. `system` is the hotline itself: dispatcher, lanes, sweep and the phone's self-service. */
export const Role = z.enum(['resident', 'agent', 'department', 'supervisor', 'system']);
export type Role = z.infer<typeof Role>;

/** Which clock: signing for the ticket (签收) or finishing it (办结). */
export const LimitName = z.enum(['accept', 'handle']);
export type LimitName = z.infer<typeof LimitName>;

/** 黄牌, 红牌, 督办. */
export const CardColour = z.enum(['yellow', 'red', 'escalation']);
export type CardColour = z.infer<typeof CardColour>;
