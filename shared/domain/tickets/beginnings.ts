import * as z from 'zod';

/** The two ways in which a ticket begins. */
export const beginnings = {
  open: { from: [], to: 'received', roles: ['resident', 'agent', 'system'], event: 'opened', says: {} },
  answer: { from: [], to: 'resolved', roles: ['agent'], event: 'answered', says: { outcome: z.string() } },
} as const;
