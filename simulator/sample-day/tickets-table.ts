import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import type { District } from '#domain/district/district.ts';
import { kindName } from '#domain/district/kind-names.ts';
import { localTime, offsetMinutes } from '#domain/instant.ts';
import { inColumns } from './columns.ts';
import { STATE_WORDS } from './words.ts';

const HEADING = ['number', 'channel', 'category', 'department / unit', 'due', 'state'];

const nameOf = (all: readonly { id: string; name: string }[], id: string | undefined): string =>
  all.find((one) => one.id === id)?.name ?? '—';

const localMinute = (at: string, { utcOffset }: District): string => {
  const { day, minute } = localTime(at, offsetMinutes(utcOffset));
  return `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.floor(minute % 60)).padStart(2, '0')}`;
};

const rowOf = (ticket: StaffTicketView, district: District): string[] => {
  const department = district.departments.find(({ id }) => id === ticket.department);
  const inChinese = district.language === 'zh';
  const kind = inChinese ? kindName(ticket.kind, 'zh') : ticket.kind;
  return [
    ticket.number,
    ticket.channel,
    `${nameOf(district.categories, ticket.category)} (${kind})`,
    `${department?.name ?? '—'} / ${nameOf(department?.units ?? [], ticket.unit)}`,
    localMinute(ticket.handleBy.at, district) + (ticket.handleBy.provisional ? ' ?' : '') + (ticket.urgent ? ' !' : ''),
    inChinese ? STATE_WORDS[ticket.state] : ticket.state,
  ];
};

/** Tickets as a table in the words of their district. */
export const ticketsTable = (tickets: readonly StaffTicketView[], district: District): string =>
  inColumns([HEADING, ...tickets.map((ticket) => rowOf(ticket, district))]);
