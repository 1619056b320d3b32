import { useState } from 'preact/hooks';
import type { DangerAdvice } from '#domain/district/danger/advice.ts';
import { TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { queries } from '#web/parts/start.tsx';
import { residentApi } from './api.ts';
import { DangerBox } from './danger-box.tsx';
import { resident } from './words/resident.ts';

/** Something more about an own ticket. */
export const AddForm = ({ number }: { number: string }) => {
  const words = resident();
  const [text, setText] = useState('');
  const [danger, setDanger] = useState<DangerAdvice>();
  const [isAdded, setAdded] = useState(false);
  const send = async (): Promise<void> => {
    const answer = await residentApi.add(number, { text: text.trim() });
    setDanger(answer.danger);
    setText('');
    setAdded(true);
    await queries.invalidateQueries({ queryKey: ['ticket', number] });
  };
  return (
    <section aria-labelledby="add">
      <h2 id="add">{words.addTitle}</h2>
      {danger && <DangerBox danger={danger} />}
      <p role="status">{isAdded ? words.added : ''}</p>
      <Form
        check={() => ({ addition: textError(text, { name: words.addition, most: 2000 }) })}
        send={send}
        button={words.add}
        isSecond
      >
        {(errors) => (
          <TextField id="addition" label={words.addition} rows={3} value={text} error={errors.addition} onInput={setText} />
        )}
      </Form>
    </section>
  );
};
