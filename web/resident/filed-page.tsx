import { useEffect } from 'preact/hooks';
import { PageTitle } from '#web/parts/page-title.tsx';
import { shared } from '#web/words/shared.ts';
import { dueInWords, whyDue } from '#web/words/time.ts';
import type { Filed } from './api.ts';
import { DangerBox } from './danger-box.tsx';
import { filed } from './outbox.ts';
import { resident } from './words/resident.ts';

const isJoined = (one: Filed): boolean => 'joined' in one && one.joined === true;

const One = ({ filed: { ticket, danger, warnings = [] } }: { filed: Filed }) => {
  const words = resident();
  return (
    <>
      {danger && <DangerBox danger={danger} />}
      <p class="panel">
        {shared().number}
        <br />
        <strong>{ticket.number}</strong>
      </p>
      <h2>{words.whatNow}</h2>
      <p>{words.answeredBy(dueInWords(ticket.handleBy))}</p>
      <p>{whyDue(ticket)}</p>
      {warnings.map(({ code, detail }) => (
        <p key={code} class="notice">
          {words.warnings[code] ?? detail}
        </p>
      ))}
      <p>
        <a class="button first" href={`#/tickets/${ticket.number}`}>
          {words.see}
        </a>
      </p>
    </>
  );
};

/** It is filed: its number, and by when what happens. Several may have waited for a connection; the newest stands first. */
export const FiledPage = () => {
  const words = resident();
  useEffect(
    () => () => {
      filed.value = [];
    },
    [],
  );
  const [newest, ...others] = filed.value.toReversed();
  if (!newest)
    return (
      <>
        <PageTitle>{words.mine}</PageTitle>
        <p>
          <a href="#/mine">{words.mine}</a>
        </p>
      </>
    );
  return (
    <>
      <PageTitle>{isJoined(newest) ? words.joined : words.filed}</PageTitle>
      {[newest, ...others].map((one) => (
        <One key={one.ticket.number} filed={one} />
      ))}
    </>
  );
};
