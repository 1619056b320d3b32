import { useInfiniteQuery } from '@tanstack/preact-query';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { person, signIn } from '#web/session/sign-in.ts';
import { Badges } from '#web/ticket/badges.tsx';
import { language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { inWords } from '#web/words/time.ts';
import { residentApi } from './api.ts';
import { LookUpInstead } from './look-up-page.tsx';
import { SignUpHow } from './sign-up-how.tsx';
import { resident } from './words/resident.ts';

/** What somebody filed themselves, the newest first. */
export const OwnTicketsPage = () => {
  const words = resident();
  const own = useInfiniteQuery({
    queryKey: ['own', language.value],
    queryFn: ({ pageParam }) => residentApi.own(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
    enabled: person.value !== undefined,
  });
  if (!person.value)
    return (
      <>
        <PageTitle>{words.mine}</PageTitle>
        <p>{words.signInForMine}</p>
        <p>
          <button class="first" type="button" onClick={() => void signIn()}>
            {shared().signIn}
          </button>
        </p>
        <SignUpHow />
        <LookUpInstead />
      </>
    );
  return (
    <>
      <PageTitle>{words.mine}</PageTitle>
      <Shown of={own}>
        {({ pages }) => {
          const tickets = pages.flatMap((page) => page.tickets);
          if (tickets.length === 0) return <p>{words.noneFiled}</p>;
          return (
            <ul class="tickets">
              {tickets.map((ticket) => (
                <li key={ticket.number}>
                  <a href={`#/tickets/${ticket.number}`}>{ticket.excerpt}</a>
                  <p>
                    <Badges ticket={{ urgent: ticket.urgent, names: ticket.names }} />
                  </p>
                  <p class="quiet">
                    {ticket.number} · {shared().filedAt(inWords(ticket.openedAt))}
                  </p>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
      {own.hasNextPage && (
        <button type="button" onClick={() => void own.fetchNextPage()}>
          {shared().more}
        </button>
      )}
    </>
  );
};
