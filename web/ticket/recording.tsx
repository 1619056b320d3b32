import { useState } from 'preact/hooks';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import { Form } from '#web/parts/form.tsx';
import { useNow } from '#web/parts/use-now.ts';
import { shared } from '#web/words/shared.ts';
import { inWords } from '#web/words/time.ts';

const LOOK_MS = 10_000;

/** Asks for a link that lasts some minutes. */
type AskForLink = () => Promise<{ url: string; expiresAt: string }>;

const Link = ({ askForLink }: { askForLink: AskForLink }) => {
  const words = shared();
  const now = useNow(LOOK_MS);
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const ask = async (): Promise<void> => setLink(await askForLink());
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

interface RecordingProps {
  ticket: StaffTicketView;
  askForLink: AskForLink;
}

/** What a caller said, for who may hear it; otherwise why there is nothing to hear. */
export const Recording = ({ ticket: { channel, recording, confidential }, askForLink }: RecordingProps) => {
  const words = shared();
  if (recording === undefined && channel !== 'phone') return null;
  return (
    <section aria-labelledby="recording">
      <h2 id="recording">{words.recording}</h2>
      {recording !== undefined ? (
        <Link askForLink={askForLink} />
      ) : (
        <p>{confidential ? words.recordingSealed : words.noRecording}</p>
      )}
    </section>
  );
};
