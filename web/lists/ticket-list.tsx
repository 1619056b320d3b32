import type { ComponentChildren } from 'preact';
import { Shown } from '#web/parts/shown.tsx';
import type { StaffListed } from '#web/session/contract-types.ts';
import { Badges } from '#web/ticket/badges.tsx';
import { shared } from '#web/words/shared.ts';
import { dueInWords, inWords } from '#web/words/time.ts';
import type { useFollowedList } from './followed-list.ts';

const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

const Line = ({ ticket, to }: { ticket: StaffListed; to: string }) => {
  const { number, excerpt, names, openedAt, dueAt, provisional } = ticket;
  return (
    <li>
      <a href={`#${to}`}>{excerpt || number}</a>
      <p>
        <Badges ticket={ticket} />
      </p>
      <p class="quiet">{joined(number, names.category, names.kind, names.area.join(' '))}</p>
      <p class="quiet">
        {joined(
          names.department,
          names.unit,
          shared().filedAt(inWords(openedAt)),
          dueAt && shared().dueAt(dueInWords({ at: dueAt, provisional })),
        )}
      </p>
    </li>
  );
};

interface TicketListProps {
  followed: ReturnType<typeof useFollowedList>;
  /** The page of a ticket. */
  to: (number: string) => string;
  /** Where nothing fits. */
  empty?: ComponentChildren;
}

/** The tickets of a list, with a button for more of them. */
export const TicketList = ({ followed: { list, tickets }, to, empty }: TicketListProps) => (
  <>
    <Shown of={{ data: tickets, error: list.error }}>
      {(shown) => (
        <>
          <p role="status">{shared().count(shown.length, list.hasNextPage)}</p>
          {shown.length === 0 && empty}
          <ul class="tickets">
            {shown.map((ticket) => (
              <Line key={ticket.number} ticket={ticket} to={to(ticket.number)} />
            ))}
          </ul>
        </>
      )}
    </Shown>
    {list.hasNextPage && (
      <button type="button" onClick={() => void list.fetchNextPage()}>
        {shared().more}
      </button>
    )}
  </>
);
