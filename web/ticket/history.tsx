import type { TicketView } from '#contracts/http/ticket-view.ts';
import { shared } from '#web/words/shared.ts';
import { inWords } from '#web/words/time.ts';
import { type District, nameIn } from './district.ts';

type Told = TicketView & { returns?: readonly { department: string; reason: string; at: string }[] };

interface Line {
  at: string;
  sentence: string;
  words?: string | undefined;
}

/** What happened to a ticket, a sentence each, in the order in which it happened. */
const linesOf = (ticket: Told, departments: District['departments']): Line[] => {
  const words = shared().happened;
  const { department = '' } = ticket.names;
  const { openedAt, dispatchedAt, acceptedAt, resolvedAt, closedAt, rating, additions, returns = [], answeredDirectly } = ticket;
  const lines: (Line | undefined)[] = [
    { at: openedAt, sentence: words.opened },
    dispatchedAt && ticket.department ? { at: dispatchedAt, sentence: words.dispatched(department) } : undefined,
    acceptedAt && ticket.department ? { at: acceptedAt, sentence: words.accepted(department) } : undefined,
    ...returns.map((one) => ({ at: one.at, sentence: words.returned(nameIn(departments, one.department)), words: one.reason })),
    ...additions.map(({ at, text }) => ({ at, sentence: words.added, words: text })),
    resolvedAt
      ? { at: resolvedAt, sentence: answeredDirectly ? words.answered : words.resolved, words: ticket.outcome }
      : undefined,
    rating ? { at: rating.at, sentence: words.rated(rating.stars, rating.solved), words: rating.comment } : undefined,
    closedAt && !rating ? { at: closedAt, sentence: words.closed } : undefined,
  ];
  return lines.filter((line) => line !== undefined).sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
};

/** The history of a ticket as sentences. Only staff read of other departments, for which the district's names are needed. */
export const History = ({ ticket, district }: { ticket: Told; district?: District }) => (
  <section aria-labelledby="history">
    <h2 id="history">{shared().history}</h2>
    <ol class="history">
      {linesOf(ticket, district?.departments ?? []).map((line) => (
        <li key={line.at + line.sentence}>
          <time dateTime={line.at}>{inWords(line.at)}</time>
          <p>{line.sentence}</p>
          {line.words && <blockquote>{line.words}</blockquote>}
        </li>
      ))}
    </ol>
  </section>
);
