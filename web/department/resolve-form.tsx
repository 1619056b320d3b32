import { useState } from 'preact/hooks';
import { TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { queries } from '#web/parts/start.tsx';
import { departmentApi } from './api.ts';
import { forget } from './inbox.ts';
import { department as words } from './words/department.ts';

/** The department says what was done. */
export const ResolveForm = ({ department, number }: { department: string; number: string }) => {
  const [outcome, setOutcome] = useState('');
  const send = async (): Promise<void> => {
    queries.setQueryData(['ticket', number], await departmentApi(department).resolve(number, { outcome: outcome.trim() }));
    forget(number);
  };
  return (
    <section class="notice" aria-labelledby="resolve">
      <h2 id="resolve">{words().resolveTitle}</h2>
      <Form
        check={() => ({ outcome: textError(outcome, { name: words().outcome, most: 10_000 }) })}
        send={send}
        button={words().resolve}
      >
        {(errors) => (
          <TextField
            id="outcome"
            label={words().outcome}
            hint={words().outcomeHint}
            rows={5}
            value={outcome}
            error={errors.outcome}
            onInput={setOutcome}
          />
        )}
      </Form>
    </section>
  );
};
