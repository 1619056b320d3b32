import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { departmentApi } from './api.ts';
import { endLease, forget } from './inbox.ts';
import { department as words } from './words/department.ts';

/** It is not theirs, and they say why. Afterwards the department can't read it any more. */
export const ReturnForm = ({ department, number }: { department: string; number: string }) => {
  const [, go] = useLocation();
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    await departmentApi(department).return(number, { reason: reason.trim() });
    await endLease(department, number);
    forget(number);
    go('/');
  };
  return (
    <section aria-labelledby="return">
      <h2 id="return">{words().returnTitle}</h2>
      <Form
        check={() => ({ reason: textError(reason, { name: words().reason, most: 500 }) })}
        send={send}
        button={words().return}
        isSecond
      >
        {(errors) => (
          <TextField id="reason" label={words().reason} rows={2} value={reason} error={errors.reason} onInput={setReason} />
        )}
      </Form>
    </section>
  );
};
