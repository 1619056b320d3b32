import { useState } from 'preact/hooks';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { Form } from '#web/parts/form.tsx';
import { useNow } from '#web/parts/use-now.ts';
import { inWords } from '#web/words/time.ts';
import { deskApi } from './api.ts';
import { desk } from './words/desk.ts';

const LOOK_MS = 10_000;

const Link = ({ number }: { number: string }) => {
  const words = desk();
  const now = useNow(LOOK_MS);
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const ask = async (): Promise<void> => setLink(await deskApi.recording(number));
  if (!link || Date.parse(link.expiresAt) <= now) return <Form send={ask} button={words.askForRecording} isSecond />;
  return (
    <p role="status">
      <a class="button" href={link.url} target="_blank" rel="noreferrer">
        {words.openRecording}
      </a>{' '}
      {words.linkUntil(inWords(link.expiresAt))}
    </p>
  );
};

/** What a caller said, for who may hear it; otherwise why there is nothing to hear. */
export const Recording = ({ ticket: { number, channel, recording, confidential } }: { ticket: StaffTicketView }) => {
  const words = desk();
  if (recording === undefined && channel !== 'phone') return null;
  return (
    <section aria-labelledby="recording">
      <h2 id="recording">{words.recording}</h2>
      {recording !== undefined ? <Link number={number} /> : <p>{confidential ? words.recordingSealed : words.noRecording}</p>}
    </section>
  );
};
