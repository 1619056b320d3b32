import type { TicketView } from '#contracts/http/ticket-view.ts';
import type { StaffHistoryLine } from '#domain/tickets/history.ts';
import { historyWords } from '#web/words/history.ts';
import { shared } from '#web/words/shared.ts';
import { inWords } from '#web/words/time.ts';

/** A line as anybody reads it: who did it is for staff. */
type Line = Omit<StaffHistoryLine, 'by'> & Partial<Pick<StaffHistoryLine, 'by'>>;
type Told = Pick<TicketView, 'number'> & { history: readonly Line[] };

/** A name, with a word beside it where the district no longer has what it names. */
const named = (one: Line['department']): string | undefined => (one?.gone ? shared().goneName(one.name) : one?.name);

const sentenceOf = ({ what, department, unit, takenFrom, onDuty, mark, rating }: Line): string =>
  historyWords().happened[what]({
    department: named(department) ?? '',
    unit: named(unit) ?? '',
    takenFrom: named(takenFrom),
    onDuty: onDuty ?? '',
    mark: mark && { limit: mark.limit, card: shared().cards[mark.colour] },
    rating,
  });

/** What was put right, a sentence for each part of it. */
const changesOf = ({ changed = [] }: Line): string[] => {
  const words = historyWords();
  return changed.map(({ field, before, after }) => {
    const isNamedHere = field === 'urgent' || field === 'danger';
    const sayOf = (value: typeof before) => (isNamedHere ? words.changedValues[value.name] : named(value)) ?? value.name;
    return words.changed(words.changedFields[field], sayOf(before), sayOf(after));
  });
};

/** Who did it, for staff: the role, and the account of one of theirs. */
const whoDid = ({ by }: Line): string | undefined =>
  by && historyWords().doneBy(historyWords().roles[by.role], by.account?.replace(/@[^@]*$/, ''));

/** The history of a ticket as sentences, as far as who reads it may know. */
export const History = ({ ticket }: { ticket: Told }) => (
  <section aria-labelledby="history">
    <h2 id="history">{shared().history}</h2>
    <ol class="history">
      {ticket.history.map((line, place) => (
        <li key={`${ticket.number}.${place}`}>
          <time dateTime={line.at}>{inWords(line.at)}</time>
          {line.by && <span class="quiet"> {whoDid(line)}</span>}
          <p>{sentenceOf(line)}</p>
          {changesOf(line).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {line.words && <blockquote>{line.words}</blockquote>}
        </li>
      ))}
    </ol>
  </section>
);
