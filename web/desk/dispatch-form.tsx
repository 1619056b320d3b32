import { useState } from 'preact/hooks';
import type { StaffTicketView } from '#contracts/http/ticket-view.ts';
import type { DistrictNames } from '#contracts/pages/district-names.ts';
import { SelectField } from '#web/parts/fields.tsx';
import { Form } from '#web/parts/form.tsx';
import { queries } from '#web/parts/start.tsx';
import { nameOf } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { deskApi } from './api.ts';
import { desk } from './words/desk.ts';

/** An agent names the department. */
export const DispatchForm = ({ ticket, names }: { ticket: StaffTicketView; names: DistrictNames }) => {
  const words = desk();
  const [department, setDepartment] = useState('');
  const send = async (): Promise<void> => {
    queries.setQueryData(['ticket', ticket.number], await deskApi.dispatch(ticket.number, { department }));
  };
  return (
    <section class="notice" aria-labelledby="dispatch">
      <h2 id="dispatch">{words.dispatchTitle}</h2>
      <Form
        check={() => ({ department: department === '' ? shared().sayWhat(shared().department) : undefined })}
        send={send}
        button={words.dispatch}
      >
        {(errors) => (
          <SelectField
            id="department"
            label={shared().department}
            value={department}
            error={errors.department}
            empty={shared().choose}
            options={names.departments.map((one) => ({ id: one.id, name: nameOf(one) }))}
            onChange={setDepartment}
          />
        )}
      </Form>
    </section>
  );
};
