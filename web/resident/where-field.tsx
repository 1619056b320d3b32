import { useState } from 'preact/hooks';
import { Radios } from '#web/parts/fields.tsx';
import { AreaFields } from '#web/ticket/area-fields.tsx';
import { areaNamed, type District } from '#web/ticket/district.ts';
import type { Understanding } from './api.ts';
import { resident } from './words/resident.ts';

interface WhereFieldProps {
  area: Understanding['area'];
  /** Undefined until it is known. */
  district: District | undefined;
  /** What the person chose; undefined while they have not. */
  chosen: string | undefined;
  onChange: (area: string) => void;
}

const OTHER = 'other';

/** Where it is, when the hotline does not know it surely: what it may be as choices, else by lists, which nobody has to fill in. */
export const WhereField = ({ area, district, chosen, onChange }: WhereFieldProps) => {
  const words = resident();
  const whole = district?.areas.find(({ parent }) => parent === undefined)?.id;
  const guesses = [{ id: area.id, name: area.name }, ...area.alternatives].filter(({ id }) => id !== whole);
  const isElsewhere = chosen !== undefined && !guesses.some(({ id }) => id === chosen);
  const [wantsList, setWantsList] = useState(isElsewhere);
  if (!district) return null;
  const lists = (
    <AreaFields
      id="area-list"
      district={district}
      townLabel={words.whichTown}
      value={chosen ?? whole ?? ''}
      onChange={onChange}
    />
  );
  if (guesses.length === 0)
    return (
      <fieldset class="field">
        <legend>{words.where}</legend>
        <p class="hint">{words.whereHint}</p>
        {lists}
      </fieldset>
    );
  return (
    <>
      <Radios
        id="area"
        label={words.where}
        hint={words.notSure}
        value={wantsList || isElsewhere ? OTHER : (chosen ?? guesses.find(({ id }) => id === area.id)?.id)}
        options={[...guesses.map(({ id }) => ({ id, name: areaNamed(district, id) })), { id: OTHER, name: words.somewhereElse }]}
        onChange={(id) => {
          setWantsList(id === OTHER);
          if (id !== OTHER) onChange(id);
        }}
      />
      {(wantsList || isElsewhere) && lists}
    </>
  );
};
