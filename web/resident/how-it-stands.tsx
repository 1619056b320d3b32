import type { TicketView } from '#contracts/http/ticket-view.ts';
import { settings } from '#web/session/settings.ts';
import { shared } from '#web/words/shared.ts';
import { draft, writeMatter } from './draft.ts';
import { resident } from './words/resident.ts';

/** What the name of its state means for the person who asked, where something is to be known. */
const meaningOf = ({ resolvedAt, closedAt, rating }: TicketView): string | undefined => {
  const { stands } = resident();
  if (closedAt === undefined) return resolvedAt === undefined ? undefined : stands.done;
  return rating ? stands.rated : stands.over;
};

/** It was rated as not solved. Nobody works on it any more, so the person is shown what they can do: report it again, or call. */
const NotSolved = ({ matter, place = '' }: TicketView) => {
  const words = resident();
  const { hotline } = settings.district;
  const isWriting = draft.value.matter.trim() !== '';
  return (
    <section class="notice" aria-labelledby="not-solved">
      <h2 id="not-solved">{words.notSolvedTitle}</h2>
      <p>{words.notSolved}</p>
      <p class="buttons">
        <button
          type="button"
          onClick={() => {
            if (!isWriting) writeMatter({ matter, place });
            location.hash = '#/';
          }}
        >
          {isWriting ? words.finishFirst : words.reportAgain}
        </button>
        <a class="button" href={`tel:${hotline}`}>
          {shared().call(hotline)}
        </a>
      </p>
    </section>
  );
};

/** How a ticket stands, in a sentence that everybody understands. */
export const HowItStands = ({ ticket }: { ticket: TicketView }) => {
  const meaning = meaningOf(ticket);
  return (
    <>
      {meaning !== undefined && <p>{meaning}</p>}
      {ticket.rating?.solved === false && <NotSolved {...ticket} />}
    </>
  );
};
