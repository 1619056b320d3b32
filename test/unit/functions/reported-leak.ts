import { sayNumber } from '#domain/calls/spoken-number.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { keys, linzi, says } from './telephone-line.ts';

/** What the caller reports. */
export const MATTER = '晏婴社区三号楼楼下水管爆了';
/** How a caller reports it, answer by answer. */
export const REPORT = [keys('1'), says(MATTER), says('三号楼'), keys('1')];
/** The digits of a number that no ticket has. */
export const UNKNOWN = ticketNumber(linzi.letters, '2026-11-23', 99_999).slice(2);
/** The number of a ticket as the telephone says it. */
export const spoken = ({ number }: Ticket, language: 'zh' | 'en' = 'zh') => sayNumber(number, language).join(' ');
