import type { DistrictNames } from '#contracts/pages/district-names.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import { SelectField } from '#web/parts/fields.tsx';
import { Facts } from '#web/parts/shown.tsx';
import { AreaFields } from '#web/ticket/area-fields.tsx';
import { areaNamed, categoryNamed, categoryOptions, kindOptions } from '#web/ticket/names.ts';
import { shared } from '#web/words/shared.ts';
import type { Understanding } from './api.ts';
import { draft, write } from './draft.ts';
import { resident } from './words/resident.ts';

interface UnderstoodProps {
  understood: Understanding;
  names: DistrictNames | undefined;
}

/** What the hotline understood of a matter, and below it the means to put it right, open where it was not sure. */
export const Understood = ({ understood, names }: UnderstoodProps) => {
  const words = resident();
  const { matter, place, category, kind, area } = draft.value;
  const isSure = understood.category.sure && understood.kind.sure && understood.area.sure;
  const categoryId = category ?? understood.category.id;
  const kindId = kind ?? understood.kind.id;
  const areaId = area ?? understood.area.id;
  return (
    <>
      <Facts
        facts={[
          [shared().matter, matter],
          [shared().category, names ? categoryNamed(names, categoryId) : understood.category.name],
          [shared().kind, shared().kinds[kindId]],
          [shared().area, names && area ? areaNamed(names, areaId) : understood.area.name],
          [shared().place, place],
        ]}
      />
      {names && (
        <details open={!isSure}>
          <summary>{words.correct}</summary>
          {!isSure && <p class="hint">{words.notSure}</p>}
          <SelectField
            id="category"
            label={shared().category}
            value={categoryId}
            options={categoryOptions(names)}
            onChange={(chosen) => write({ category: chosen })}
          />
          <SelectField
            id="kind"
            label={shared().kind}
            value={kindId}
            options={kindOptions()}
            onChange={(chosen) => write({ kind: chosen as TicketKind })}
          />
          <AreaFields names={names} value={areaId} onChange={(chosen) => write({ area: chosen })} />
        </details>
      )}
    </>
  );
};
