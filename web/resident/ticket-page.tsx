import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { TicketView } from '#contracts/http/ticket-view.ts';
import type { DangerAdvice } from '#domain/district/danger/advice.ts';
import { Commands } from '#web/commands/commands.tsx';
import { useActions } from '#web/commands/offered.ts';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { person, signIn } from '#web/session/sign-in.ts';
import { Badges } from '#web/ticket/badges.tsx';
import { type District, isOpenIn, useDistrict } from '#web/ticket/district.ts';
import { History } from '#web/ticket/history.tsx';
import { language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { residentApi } from './api.ts';
import { DangerBox } from './danger-box.tsx';
import { HowItStands } from './how-it-stands.tsx';
import { LookUpInstead } from './look-up-page.tsx';
import { TicketFacts } from './ticket-facts.tsx';

const ROLES = ['resident'];

/** What somebody adds may speak of danger. */
const dangerIn = (answer: unknown): DangerAdvice | undefined => (answer as { danger?: DangerAdvice } | undefined)?.danger;

const Ticket = ({ ticket, district }: { ticket: TicketView; district: District }) => {
  const actions = useActions();
  const [danger, setDanger] = useState<DangerAdvice>();
  const commands = (part: 'first' | 'others') => (
    <Shown of={actions}>
      {(known) => (
        <Commands
          ticket={ticket}
          roles={ROLES}
          known={known}
          district={district}
          part={part}
          onDone={(_, answer) => setDanger(dangerIn(answer))}
        >
          {part === 'others' && danger && <DangerBox danger={danger} isAnswer />}
        </Commands>
      )}
    </Shown>
  );
  return (
    <>
      <p>
        <Badges ticket={ticket} />
      </p>
      <HowItStands ticket={ticket} />
      {commands('first')}
      <TicketFacts ticket={ticket} isOpen={isOpenIn(district, ticket)} />
      <History ticket={ticket} />
      {commands('others')}
    </>
  );
};

/** One ticket of one's own: how it stands, what happened, and what one may do. */
export const TicketPage = ({ number }: { number: string }) => {
  const district = useDistrict();
  const ticket = useQuery({
    queryKey: ['ticket', number, language.value],
    queryFn: () => residentApi.read(number),
    enabled: person.value !== undefined,
    refetchInterval: 10_000,
  });
  return (
    <>
      <PageTitle>{`${shared().number} ${number}`}</PageTitle>
      {person.value ? (
        <Shown of={district}>{(known) => <Shown of={ticket}>{(read) => <Ticket ticket={read} district={known} />}</Shown>}</Shown>
      ) : (
        <>
          <p>
            <button class="first" type="button" onClick={() => void signIn()}>
              {shared().signIn}
            </button>
          </p>
          <LookUpInstead number={number} />
        </>
      )}
    </>
  );
};
