import { Form } from '#web/parts/form.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { NoAnswer } from '#web/session/call.ts';
import { person, signIn } from '#web/session/sign-in.ts';
import { dontSend, sendWaiting, waitingHere } from './outbox.ts';
import { resident } from './words/resident.ts';

/** A matter waits on the phone until it is sent. */
export const SendingPage = () => {
  const words = resident();
  const value = waitingHere();
  if (!value)
    return (
      <>
        <PageTitle>{words.nothingWaits}</PageTitle>
        <p>
          <a href="#/mine">{words.mine}</a>
        </p>
      </>
    );
  const send = async (): Promise<void> => {
    if (!person.value) return signIn();
    await sendWaiting();
    if (waitingHere()) throw new NoAnswer();
  };
  return (
    <>
      <PageTitle>{words.waitsTitle}</PageTitle>
      <p>{words.waits}</p>
      <blockquote>{value.body.matter}</blockquote>
      <Form send={send} button={words.sendNow} />
      <button type="button" onClick={dontSend}>
        {words.dontSend}
      </button>
    </>
  );
};
