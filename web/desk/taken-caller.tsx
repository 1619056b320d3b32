import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useNow } from '#web/parts/use-now.ts';
import { areaNamed, type District, nameIn } from '#web/ticket/district.ts';
import { sentenceFor } from '#web/words/failure.ts';
import { shared } from '#web/words/shared.ts';
import { inWords } from '#web/words/time.ts';
import { filter } from './queue-filter.ts';
import { finish, type Outcome, putAway, type Taken } from './taken-call-backs.ts';
import { desk } from './words/desk.ts';

const LOOK_MS = 10_000;
const OUTCOMES: readonly Outcome[] = ['reached', 'again', 'never'];

/** What one of their calls told before it was lost. */
const Call = ({ call, district }: { call: Taken['callBack']['calls'][number]; district: District }) => {
  const { at, reason, kind, area, place, matter, recorded } = call;
  const where = [kind && nameIn(district.kinds, kind), area && areaNamed(district, area), place].filter(Boolean).join(' · ');
  return (
    <li>
      <time dateTime={at}>{inWords(at)}</time>
      <p>
        {desk().lost[reason]}
        {recorded && ` ${desk().recorded}`}
      </p>
      {where && <p>{where}</p>}
      {matter && <blockquote>{matter}</blockquote>}
    </li>
  );
};

interface TakenCallerProps {
  taken: Taken;
  district: District;
  /** It takes the focus when it appears. */
  isNew: boolean;
  onDone: (sentence: string) => void;
}

/** A caller whom an agent has taken: the number to ring, what they wanted, and what became of it. */
export const TakenCaller = ({ taken, district, isNew, onDone }: TakenCallerProps) => {
  const words = desk();
  const [, go] = useLocation();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow(LOOK_MS);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  const { callBack, until, filed } = taken;
  const { id, since, contact, notRung, reporterPhone, calls } = callBack;
  const hasEnded = now >= until;
  const say = async (outcome: Outcome): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      onDone(words.finished[await finish(taken, outcome)]);
    } catch (error) {
      setFailure(sentenceFor(error));
      setBusy(false);
    }
  };
  const showTickets = (): void => {
    filter.value = { phone: contact?.phone ?? '' };
    go('/');
  };
  return (
    <section class="notice" aria-labelledby={`caller-${id}`}>
      <h2 id={`caller-${id}`} tabIndex={-1} ref={heading}>
        {words.caller(reporterPhone)}
      </h2>
      {contact && (
        <p>
          <a class="button first" href={`tel:${contact.phone}`}>
            {shared().call(contact.phone)}
          </a>
        </p>
      )}
      {notRung && <p>{shared().notRung[notRung]}</p>}
      <p>{words.lostSince(inWords(since), calls.length)}</p>
      <p class={hasEnded ? 'late' : undefined}>
        {hasEnded ? words.leaseEnded : words.leaseEnds(inWords(new Date(until).toISOString()))}
      </p>
      <ol class="history">
        {calls.map((call) => (
          <Call key={call.at} call={call} district={district} />
        ))}
      </ol>
      {filed.map((number) => (
        <p key={number}>
          <a href={`#/tickets/${number}`}>{words.filedFor(number)}</a>
        </p>
      ))}
      <p class="buttons">
        <a class="button" href={`#/call-backs/${id}/new`}>
          {words.newForCaller}
        </a>
        {contact && (
          <button type="button" onClick={showTickets}>
            {words.ticketsOfCaller}
          </button>
        )}
      </p>
      {failure && <p role="alert">{failure}</p>}
      <fieldset class="field">
        <legend>{words.whatBecame}</legend>
        <div class="buttons">
          {OUTCOMES.filter((one) => one === 'reached' || !hasEnded).map((outcome) => (
            <button key={outcome} type="button" aria-disabled={isBusy} onClick={() => void say(outcome)}>
              {words.outcomes[outcome]}
            </button>
          ))}
          {hasEnded && (
            <button
              type="button"
              onClick={() => {
                putAway(id);
                onDone(words.isPutAway);
              }}
            >
              {words.putAway}
            </button>
          )}
        </div>
      </fieldset>
    </section>
  );
};
