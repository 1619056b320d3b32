import { useState } from 'preact/hooks';
import { TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { queries } from '#web/parts/start.tsx';
import { residentApi } from './api.ts';
import { resident } from './words/resident.ts';

/** Somebody needs it no more. It stands closed, so that nobody does it by mistake. */
export const WithdrawForm = ({ number }: { number: string }) => {
  const words = resident();
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    await residentApi.withdraw(number, reason.trim() === '' ? {} : { reason: reason.trim() });
    await queries.invalidateQueries({ queryKey: ['ticket', number] });
  };
  return (
    <details>
      <summary>{words.withdrawTitle}</summary>
      <Form
        check={() => ({ reason: textError(reason, { name: words.reason, most: 500, isOptional: true }) })}
        send={send}
        button={words.withdraw}
        isSecond
      >
        {(errors) => (
          <TextField id="reason" label={words.reason} isOptional value={reason} error={errors.reason} onInput={setReason} />
        )}
      </Form>
    </details>
  );
};
