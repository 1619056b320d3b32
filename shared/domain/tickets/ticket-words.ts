import * as z from 'zod';

/** 渠道. */
export const Channel = z.enum(['phone', 'app', 'miniprogram', 'web', 'sms', 'wechat', 'open311', 'grid', 'transfer', 'staff']);
export type Channel = z.infer<typeof Channel>;

/** Who acts. `system` is the hotline itself: dispatcher, lanes, sweep and the phone's self-service. */
export const Role = z.enum(['resident', 'agent', 'department', 'supervisor', 'system']);
export type Role = z.infer<typeof Role>;
