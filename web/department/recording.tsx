import { useState } from 'preact/hooks';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { sentenceFor } from '#web/words/failure.ts';
import { inWords } from '#web/words/time.ts';
import { departmentApi } from './api.ts';
import { department as words } from './words/department.ts';

interface Asked {
  url?: string;
  until?: string;
  failure?: string;
}

/** What the caller of a ticket said, where the department may hear it: a link that lasts some minutes. */
export const Recording = ({ ticket, department }: { ticket: StaffTicketView; department: string }) => {
  const [{ url, until, failure }, setAsked] = useState<Asked>({});
  const said = words();
  const ask = (): void =>
    void departmentApi(department)
      .recording(ticket.number)
      .then(
        ({ url: found, expiresAt }) => setAsked({ url: found, until: expiresAt }),
        (error: unknown) => setAsked({ failure: sentenceFor(error) }),
      );
  if (ticket.recording === undefined) return null;
  return (
    <section aria-labelledby="recording">
      <h2 id="recording">{said.recording}</h2>
      {failure && <p role="alert">{failure}</p>}
      {url && (
        <p role="status">
          <a href={url} target="_blank" rel="noreferrer">
            {said.hear}
          </a>{' '}
          {until && said.hearUntil(inWords(until))}
        </p>
      )}
      <button type="button" onClick={ask}>
        {url ? said.askAgain : said.askForRecording}
      </button>
    </section>
  );
};
