import { useLocation } from 'wouter-preact';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { type District, useDistrict } from '#web/ticket/district.ts';
import { NewTicketPage, type Written } from './new-ticket-page.tsx';
import { noteFiled, type Taken, takenCallBack } from './taken-call-backs.ts';
import { desk } from './words/desk.ts';

/** What is known of a caller, to begin their ticket with: all that they said, and the last place and kind of their calls. */
const begunBy = ({ callBack: { contact, calls } }: Taken, { areas }: District): Partial<Written> => {
  const last = calls.toReversed();
  const kind = last.find((one) => one.kind)?.kind;
  const area = last.find((one) => areas.some(({ id }) => id === one.area))?.area;
  return {
    matter: [...new Set(calls.flatMap(({ matter }) => matter ?? []))].join('\n'),
    place: last.find(({ place }) => place)?.place ?? '',
    phone: contact?.phone ?? '',
    ...(kind && { kind }),
    ...(area && { area }),
  };
};

/** A new ticket for a caller whom somebody at this screen has taken to ring back. */
export const TicketForCallerPage = ({ id }: { id: string }) => {
  const words = desk();
  const [, go] = useLocation();
  const district = useDistrict();
  const taken = takenCallBack(id);
  if (!taken)
    return (
      <>
        <PageTitle>{words.newTicket}</PageTitle>
        <p class="notice">{words.callerGone}</p>
        <p>
          <a href="#/call-backs">{words.callBacks}</a>
        </p>
      </>
    );
  const finish = (number: string): void => {
    noteFiled(id, number);
    go('/call-backs');
  };
  return (
    <Shown of={district}>
      {(known) => (
        <NewTicketPage
          form={`new-ticket/${id}`}
          begun={begunBy(taken, known)}
          title={words.newFor(taken.callBack.reporterPhone)}
          onFiled={finish}
        />
      )}
    </Shown>
  );
};
