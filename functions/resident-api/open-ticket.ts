import { openTicketContract } from '#contracts/http/open-ticket.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { ticketView } from '#contracts/http/ticket-view.ts';
import { adviceFor } from '#domain/district/danger/advice.ts';
import { fileMatter } from '#use-cases/file-matter.ts';
import { operation } from '#use-cases/operation.ts';
import { takeWithinLimits } from '#use-cases/take-within-limits.ts';

/** A resident files a matter: one write, one ticket, however often the app sends it. */
export const openTicket = operation(openTicketContract, {
  store: ['open', 'get', 'commit', 'join'],
  phoneKeys: ['of'],
}).handledBy((needs) => async (request) => {
  const filing = { operation: openTicketContract.name, reporter: 'caller', take: takeWithinLimits } as const;
  const { ticket, replayed, joined, warnings, danger: told } = await fileMatter(request, filing, needs);
  const danger = adviceFor(told ?? ticket.danger, needs.district);
  return {
    status: replayed || joined ? 200 : 201,
    body: {
      replayed,
      ...(joined && { joined }),
      ticket: ticketView(ticket, readerOf(request, needs.district)),
      ...(danger && { danger }),
      ...(warnings && { warnings }),
    },
  };
});
