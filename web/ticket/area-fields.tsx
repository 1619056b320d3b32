import type { DistrictNames } from '#contracts/pages/district-names.ts';
import { SelectField } from '#web/parts/fields.tsx';
import { nameOf } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';

interface AreaFieldsProps {
  names: DistrictNames;
  /** The id of an area. */
  value: string;
  onChange: (area: string) => void;
}

/** An area by two lists: the town, then what lies in it. */
export const AreaFields = ({ names: { areas }, value, onChange }: AreaFieldsProps) => {
  const words = shared();
  const district = areas.find(({ parent }) => parent === undefined)?.id ?? '';
  const at = areas.find(({ id }) => id === value);
  const town = at?.parent === undefined ? '' : at.parent === district ? at.id : at.parent;
  const within = (parent: string) =>
    areas.filter((one) => one.parent === parent).map((one) => ({ id: one.id, name: nameOf(one) }));
  return (
    <>
      <SelectField
        id="town"
        label={words.town}
        value={town}
        empty={words.districtWide}
        options={within(district)}
        onChange={(chosen) => onChange(chosen || district)}
      />
      {town !== '' && (
        <SelectField
          id="community"
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
