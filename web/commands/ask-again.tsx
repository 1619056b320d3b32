import { useEffect, useRef } from 'preact/hooks';
import { Form } from '#web/parts/form.tsx';
import type { AgainWords } from '#web/words/commands-zh.ts';

interface AskAgainProps {
  id: string;
  words: AgainWords;
  send: () => Promise<void>;
  onBack: () => void;
}

/** Asks once more before something is done that can't be undone, and says what it means. */
export const AskAgain = ({ id, words: { question, means, yes, no }, send, onBack }: AskAgainProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="notice" aria-labelledby={`${id}-again`}>
      <h3 id={`${id}-again`} tabIndex={-1} ref={heading}>
        {question}
      </h3>
      <p>{means}</p>
      <Form send={send} button={yes} isSecond />
      <button type="button" class="first" onClick={onBack}>
        {no}
      </button>
    </section>
  );
};
