import { PageTitle } from '#web/parts/page-title.tsx';
import { shared } from '#web/words/shared.ts';
import { dueInWords } from '#web/words/time.ts';
import { DangerBox } from './danger-box.tsx';
import { filed } from './outbox.ts';
import { resident } from './words/resident.ts';

/** It is filed: its number, and by when what happens. */
export const FiledPage = () => {
  const words = resident();
  if (!filed.value)
    return (
      <>
        <PageTitle>{words.mine}</PageTitle>
        <p>
          <a href="#/mine">{words.mine}</a>
        </p>
      </>
    );
  const { ticket, danger, warnings = [] } = filed.value;
  const joined = 'joined' in filed.value && filed.value.joined;
  return (
    <>
      <PageTitle>{joined ? words.joined : words.filed}</PageTitle>
      {danger && <DangerBox danger={danger} />}
      <p class="panel">
        {shared().number}
        <br />
        <strong>{ticket.number}</strong>
      </p>
      <h2>{words.whatNow}</h2>
      <p>{words.answeredBy(dueInWords(ticket.handleBy))}</p>
      <p>{ticket.urgent ? shared().becauseUrgent : shared().becauseWorkingTime}</p>
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
