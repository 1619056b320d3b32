import type { TicketKind } from '#domain/district/kinds.ts';
import { SelectField } from '#web/parts/fields.tsx';
import { Facts } from '#web/parts/shown.tsx';
import { AreaFields } from '#web/ticket/area-fields.tsx';
import { areaNamed, categoryNamed, choicesOf, type District, nameIn } from '#web/ticket/district.ts';
import { shared } from '#web/words/shared.ts';
import type { Understanding } from './api.ts';
import { draft, write } from './draft.ts';
import { resident } from './words/resident.ts';

interface UnderstoodProps {
  understood: Understanding;
  district: District | undefined;
}

/** What the hotline understood of a matter, and below it the means to put it right, open where it was not sure. */
export const Understood = ({ understood, district }: UnderstoodProps) => {
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
          [shared().category, district ? categoryNamed(district, categoryId) : understood.category.name],
          [shared().kind, district ? nameIn(district.kinds, kindId) : understood.kind.name],
          [shared().area, district && area ? areaNamed(district, areaId) : understood.area.name],
          [shared().place, place],
        ]}
      />
      {district && (
        <details open={!isSure}>
          <summary>{words.correct}</summary>
          {!isSure && <p class="hint">{words.notSure}</p>}
          <SelectField
            id="category"
            label={shared().category}
            value={categoryId}
            options={choicesOf(district, 'categories')}
            onChange={(chosen) => write({ category: chosen })}
          />
          <SelectField
            id="kind"
            label={shared().kind}
            value={kindId}
            options={choicesOf(district, 'kinds')}
            onChange={(chosen) => write({ kind: chosen as TicketKind })}
          />
          <AreaFields district={district} value={areaId} onChange={(chosen) => write({ area: chosen })} />
        </details>
      )}
    </>
  );
};
