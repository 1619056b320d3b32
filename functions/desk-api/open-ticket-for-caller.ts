import { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { adviceFor } from '#domain/district/danger/advice.ts';
import { fileMatter } from '#use-cases/file-matter.ts';
import { operation } from '#use-cases/operation.ts';
import { takeIntake } from '#use-cases/take-intake.ts';

/** An agent files a matter for somebody else, whose account is not known; with an answer it ends there (直接办结). */
export const openTicketForCaller = operation(openTicketForCallerContract, { store: ['open'], phoneKeys: ['of'] }).handledBy(
  (needs) => async (request) => {
    const filing = { operation: openTicketForCallerContract.name, reporter: 'somebody-else', take: takeIntake } as const;
    const { ticket, replayed, warnings } = await fileMatter(request, filing, needs);
    const danger = adviceFor(ticket.danger, needs.district);
    return {
      status: replayed ? 200 : 201,
      body: {
        replayed,
        ticket: staffTicketView(ticket, readerOf(request, needs.district)),
        ...(danger && { danger }),
        ...(warnings && { warnings }),
      },
    };
  },
);
