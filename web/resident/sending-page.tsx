import { Form } from '#web/parts/form.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { NoAnswer, Refused } from '#web/session/call.ts';
import { keepsTooLittle } from '#web/session/kept.ts';
import { mustSignInAgain, person, signIn } from '#web/session/sign-in.ts';
import { sentenceFor } from '#web/words/failure.ts';
import { shared } from '#web/words/shared.ts';
import { countWaiting, sendWaiting, takeBack, waitingHere } from './outbox.ts';
import type { Waiting } from './waiting.ts';
import { resident } from './words/resident.ts';

const isToBeSent = ({ held }: Waiting): boolean => held === undefined;

/** Who is not signed in learns that something waits, and nothing of what it says. */
const ForItsOwner = ({ count }: { count: number }) => (
  <>
    <PageTitle>{resident().waitsTitle}</PageTitle>
    <p>{resident().waitsForOwner(count)}</p>
    <button class="first" type="button" onClick={() => void signIn()}>
      {shared().signIn}
    </button>
  </>
);

const One = ({ waiting }: { waiting: Waiting }) => {
  const words = resident();
  const { body, held } = waiting;
  return (
    <li>
      {held !== undefined && <p>{held === 'aside' ? words.aside : sentenceFor(new Refused(held))}</p>}
      <blockquote>{body.matter}</blockquote>
      <button type="button" onClick={() => takeBack(waiting)}>
        {held === undefined ? words.dontSend : words.takeBack}
      </button>
    </li>
  );
};

const List = ({ of }: { of: readonly Waiting[] }) => (
  <ul class="tickets">
    {of.map((waiting) => (
      <One key={waiting.key} waiting={waiting} />
    ))}
  </ul>
);

/** What waits on the phone until it is sent, and what was put aside. */
export const SendingPage = () => {
  const words = resident();
  const waiting = waitingHere();
  const toSend = waiting.filter(isToBeSent);
  if (!person.value && countWaiting() > 0) return <ForItsOwner count={countWaiting()} />;
  if (waiting.length === 0)
    return (
      <>
        <PageTitle>{words.nothingWaits}</PageTitle>
        <p>
          <a href="#/mine">{words.mine}</a>
        </p>
      </>
    );
  const send = async (): Promise<void> => {
    if (mustSignInAgain.value) return signIn();
    await sendWaiting();
    if (waitingHere().some(isToBeSent)) throw new NoAnswer();
  };
  return (
    <>
      <PageTitle>{words.waitsTitle}</PageTitle>
      {toSend.length > 0 && (
        <>
          <p>
            {words.waits} {keepsTooLittle.value ? words.stayOpen : words.mayClose}
          </p>
          <Form send={send} button={words.sendNow} />
        </>
      )}
      <List of={waiting} />
    </>
  );
};
