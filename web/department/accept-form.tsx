import { Form } from '#web/parts/form.tsx';
import { queries } from '#web/parts/start.tsx';
import { departmentApi } from './api.ts';
import { endLease } from './inbox.ts';
import { department as words } from './words/department.ts';

/** The department signs for it. */
export const AcceptForm = ({ department, number }: { department: string; number: string }) => {
  const send = async (): Promise<void> => {
    queries.setQueryData(['ticket', number], await departmentApi(department).accept(number));
    await endLease(department, number);
  };
  return (
    <section class="notice" aria-labelledby="accept">
      <h2 id="accept">{words().acceptTitle}</h2>
      <Form send={send} button={words().accept} />
    </section>
  );
};
