import { useState } from 'preact/hooks';
import { Radios, SelectField } from '#web/parts/fields.tsx';
import { resident } from './words/resident.ts';

interface Named {
  id: string;
  name: string;
}

interface GuessFieldProps {
  id: string;
  label: string;
  /** The first guess, and what it may be instead. */
  guesses: readonly Named[];
  /** All that may be chosen; empty until it is known. */
  all: readonly Named[];
  value: string;
  onChange: (id: string) => void;
}

const OTHER = 'other';

/** Something of which the hotline is not sure: its guesses as choices, and all others behind the last of them. */
export const GuessField = ({ id, label, guesses, all, value, onChange }: GuessFieldProps) => {
  const words = resident();
  const [wantsList, setWantsList] = useState(false);
  const isOther = wantsList || !guesses.some((guess) => guess.id === value);
  return (
    <>
      <Radios
        id={id}
        label={label}
        hint={words.notSure}
        value={isOther ? OTHER : value}
        options={all.length > 0 ? [...guesses, { id: OTHER, name: words.somethingElse }] : guesses}
        onChange={(chosen) => {
          setWantsList(chosen === OTHER);
          if (chosen !== OTHER) onChange(chosen);
        }}
      />
      {isOther && all.length > 0 && (
        <SelectField id={`${id}-list`} label={words.chooseFrom(label)} value={value} options={all} onChange={onChange} />
      )}
    </>
  );
};
