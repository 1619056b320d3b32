import { Checkbox, TextField } from '#web/parts/fields.tsx';
import type { Errors } from '#web/parts/form.tsx';
import { draft, write } from './draft.ts';
import { resident } from './words/resident.ts';

/** Who asks, as far as they wish to say. */
export const WhoAsks = ({ errors }: { errors: Errors }) => {
  const words = resident();
  const { name, phone, anonymous } = draft.value;
  return (
    <>
      <h2>{words.whoAsks}</h2>
      <TextField
        id="name"
        label={words.name}
        isOptional
        autoComplete="name"
        value={name}
        error={errors.name}
        onInput={(value) => write({ name: value })}
      />
      <TextField
        id="phone"
        label={words.phone}
        hint={words.phoneHint}
        isOptional
        type="tel"
        autoComplete="tel"
        value={phone}
        error={errors.phone}
        onInput={(value) => write({ phone: value })}
      />
      <Checkbox
        id="anonymous"
        label={words.anonymous}
        hint={words.anonymousHint}
        checked={anonymous}
        onChange={(checked) => write({ anonymous: checked })}
      />
    </>
  );
};
