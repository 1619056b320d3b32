import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { inWords, isPast } from '#web/words/time.ts';
import { desk } from './words/desk.ts';

type Ticket = Pick<StaffTicketView, 'duty' | 'reporterCalls'>;

/** The calls that the hotline made for a ticket, a sentence each, in the order in which it made them. */
const madeFor = ({ duty, reporterCalls }: Ticket): { at: string; sentence: string }[] => {
  const words = desk();
  const steps = (duty?.steps ?? []).map(({ at, name, phone, refused, putOff }) => ({
    at,
    sentence: words.rangDuty(name, phone) + (refused ? words.dutyRefused : putOff ? words.dutyPutOff : ''),
  }));
  const tries = (reporterCalls?.tries ?? []).map((at) => ({ at, sentence: words.rangReporter }));
  return [...steps, ...tries].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
};

/** What stands at the end: who took it, and what comes next. */
const standing = ({ duty, reporterCalls }: Ticket): string[] => {
  const words = desk();
  const { takenBy, unanswered, nextAt } = duty ?? {};
  const { nextAt: askAt, unreached, refused } = reporterCalls ?? {};
  return [
    takenBy !== undefined && words.dutyTaken(takenBy),
    unanswered && words.dutyUnanswered,
    nextAt !== undefined && (isPast(nextAt) ? words.dutySoon : words.dutyNext(inWords(nextAt))),
    unreached && words.reporterUnreached,
    refused !== undefined && words.reporterRefused,
    askAt !== undefined && words.reporterNext(inWords(askAt)),
  ].filter((sentence) => typeof sentence === 'string');
};

/** The calls of a ticket: to people on duty, and to who asked. Nothing where there was none and none is to come. */
export const TicketCalls = ({ ticket }: { ticket: Ticket }) => {
  const [made, stands] = [madeFor(ticket), standing(ticket)];
  if (made.length + stands.length === 0) return null;
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{desk().calls}</h2>
      <ol class="history">
        {made.map(({ at, sentence }) => (
          <li key={at + sentence}>
            <time dateTime={at}>{inWords(at)}</time>
            <p>{sentence}</p>
          </li>
        ))}
      </ol>
      {stands.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
};
