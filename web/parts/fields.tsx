import type { ComponentChildren } from 'preact';
import { shared } from '#web/words/shared.ts';

interface Labelled {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isOptional?: boolean;
}

const described = ({ id, hint, error }: Labelled): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** A field with its label above it, and what is wrong with it between the two. */
const Field = ({ id, label, hint, error, isOptional, children }: Labelled & { children: ComponentChildren }) => (
  <div class={error ? 'field wrong' : 'field'}>
    <label for={id}>
      {label} {isOptional && <span class="optional">{shared().optional}</span>}
    </label>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    )}
    {children}
  </div>
);

interface TextProps extends Labelled {
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  type?: 'text' | 'tel' | 'date';
  inputMode?: 'numeric';
  autoComplete?: 'name' | 'tel' | 'one-time-code' | 'off';
}

/** A text in one line, or in several. */
export const TextField = ({ value, onInput, rows, type = 'text', inputMode, autoComplete = 'off', ...field }: TextProps) => {
  const same = {
    id: field.id,
    value,
    'aria-describedby': described(field),
    'aria-invalid': field.error !== undefined,
  };
  return (
    <Field {...field}>
      {rows ? (
        <textarea {...same} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...same}
          type={type}
          inputMode={inputMode}
          autoComplete={autoComplete}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};

interface SelectProps extends Labelled {
  value: string;
  onChange: (value: string) => void;
  options: readonly { id: string; name: string }[];
  /** What stands there while nothing is chosen; without it something always is. */
  empty?: string;
}

/** One of many. */
export const SelectField = ({ value, onChange, options, empty, ...field }: SelectProps) => (
  <Field {...field}>
    <select
      id={field.id}
      value={value}
      aria-describedby={described(field)}
      aria-invalid={field.error !== undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </Field>
);

interface RadiosProps extends Omit<Labelled, 'isOptional'> {
  value: string | undefined;
  onChange: (value: string) => void;
  options: readonly { id: string; name: string }[];
}

/** One of a few, all to be seen at once. */
export const Radios = ({ id, label, hint, error, value, onChange, options }: RadiosProps) => (
  <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={described({ id, label, hint, error })}>
    <legend>{label}</legend>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    )}
    {options.map((option, n) => (
      <label key={option.id} class="radio">
        <input
          type="radio"
          name={id}
          id={n === 0 ? id : `${id}-${option.id}`}
          checked={value === option.id}
          onChange={() => onChange(option.id)}
        />
        <span>{option.name}</span>
      </label>
    ))}
  </fieldset>
);

/** Yes or no, as a box to tick. */
export const Checkbox = ({
  id,
  label,
  hint,
  checked,
  onChange,
}: Labelled & { checked: boolean; onChange: (checked: boolean) => void }) => (
  <div class="field">
    <label class="radio">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
  </div>
);
