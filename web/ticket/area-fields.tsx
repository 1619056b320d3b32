import { SelectField } from '#web/parts/fields.tsx';
import { shared } from '#web/words/shared.ts';
import { type District, nameIn } from './district.ts';

interface AreaFieldsProps {
  district: District;
  /** Where several of these stand on one page. */
  id?: string;
  /** The id of an area; empty where none is chosen. */
  value: string;
  /** What stands there while none is chosen; without it the whole district is. */
  unchosen?: string;
  /** What the list of towns is called, where the page has plainer words. */
  townLabel?: string;
  error?: string | undefined;
  onChange: (area: string) => void;
}

/** An area by two lists: the town, then what lies in it. */
export const AreaFields = ({
  district: { areas },
  id = 'town',
  value,
  unchosen,
  townLabel,
  error,
  onChange,
}: AreaFieldsProps) => {
  const words = shared();
  const whole = areas.find(({ parent }) => parent === undefined)?.id ?? '';
  const at = areas.find((one) => one.id === value);
  const town = at?.parent === undefined || at.parent === whole ? (at?.id ?? '') : at.parent;
  const within = (parent: string) =>
    areas.filter((one) => one.parent === parent).map((one) => ({ id: one.id, name: nameIn(areas, one.id) }));
  const all = { id: whole, name: words.districtWide };
  return (
    <>
      <SelectField
        id={id}
        label={townLabel ?? words.town}
        value={unchosen === undefined && town === '' ? whole : town}
        options={[all, ...within(whole)]}
        error={error}
        onChange={onChange}
        {...(unchosen !== undefined && { empty: unchosen })}
      />
      {town !== '' && town !== whole && (
        <SelectField
          id={`${id}-community`}
          label={words.community}
          value={value === town ? '' : value}
          empty={words.wholeTown}
          options={within(town)}
          onChange={(chosen) => onChange(chosen || town)}
        />
      )}
    </>
  );
};
