import type { ComponentChildren } from 'preact';
import { inWords, percent } from '#web/words/time.ts';
import { filter } from './queue-filter.ts';
import { useShift } from './use-shift.ts';
import { desk } from './words/desk.ts';

interface FigureProps {
  name: string;
  value: ComponentChildren;
  /** What a narrow screen leaves out. */
  more?: ComponentChildren;
}

const Figure = ({ name, value, more }: FigureProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {value} {more && <span class="more">{more}</span>}
    </dd>
  </div>
);

/** How the shift stands, above the queue: callers to ring back, the connect rate of today, and what waits for the desk. */
export const ShiftStrip = () => {
  const words = desk();
  const { data } = useShift();
  if (!data) return null;
  const { callBacks, calls, tickets, asOf } = data;
  const { oldest } = tickets;
  const showWaiting = (): void => {
    filter.value = { desk: 'true' };
  };
  return (
    <section aria-label={words.shift}>
      <dl class="strip">
        <Figure
          name={words.callBacksWait}
          value={
            <a href="#/call-backs" aria-label={`${words.callBacksWait} ${callBacks.waiting}`}>
              {callBacks.waiting}
            </a>
          }
          more={callBacks.since && words.since(inWords(callBacks.since))}
        />
        <Figure
          name={words.connectRate}
          value={calls.connect.rate === null ? words.noCalls : percent(calls.connect.rate)}
          more={calls.connect.rate !== null && words.ofCalls(calls.connect.numerator, calls.connect.denominator)}
        />
        <Figure
          name={words.ticketsWait}
          value={
            <button type="button" class="plain" aria-label={`${words.ticketsWait} ${tickets.waiting}`} onClick={showWaiting}>
              {tickets.waiting}
            </button>
          }
          more={oldest && <a href={`#/tickets/${oldest.number}`}>{words.oldest(inWords(oldest.openedAt))}</a>}
        />
      </dl>
      <p class="quiet more">{words.asOf(inWords(asOf), calls.asOf && inWords(calls.asOf))}</p>
    </section>
  );
};
