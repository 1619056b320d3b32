import type { TicketKind } from '#domain/district/kinds.ts';
import { SelectField } from '#web/parts/fields.tsx';
import { Facts } from '#web/parts/shown.tsx';
import { AreaFields } from '#web/ticket/area-fields.tsx';
import { areaNamed, categoryNamed, choicesOf, type District, nameIn } from '#web/ticket/district.ts';
import type { Understanding } from './api.ts';
import { choose } from './choices.ts';
import { draft } from './draft.ts';
import { GuessField } from './guess-field.tsx';
import { type Line, linesOf } from './lines.ts';
import { WhereField } from './where-field.tsx';
import { resident } from './words/resident.ts';

interface UnderstoodProps {
  understood: Understanding;
  district: District | undefined;
}

/** What the hotline understood of a matter. What it is not sure of is asked; the rest can be put right below a fold. */
export const Understood = ({ understood, district }: UnderstoodProps) => {
  const words = resident();
  const { matter, place, category, kind, area } = draft.value;
  const { asked, told, folded } = linesOf(understood);
  const ids = {
    category: category ?? understood.category.id,
    kind: kind ?? understood.kind.id,
    area: area ?? understood.area.id,
  };
  const called = {
    category: (id: string, name: string) => (district ? categoryNamed(district, id) : name),
    kind: (id: string, name: string) => (district ? nameIn(district.kinds, id) : name),
    area: (id: string, name: string) => (district && id !== understood.area.id ? areaNamed(district, id) : name),
  };
  const nameOf = (line: Line): string => called[line](ids[line], understood[line].name);
  const where = [told.includes('area') && nameOf('area'), place.trim()].filter(Boolean).join('，');
  const factOf = (lines: readonly Line[]): [string, string][] =>
    (['category', 'kind'] as const).filter((line) => lines.includes(line)).map((line) => [words.lines[line], nameOf(line)]);
  const lists = {
    category: { all: district ? choicesOf(district, 'categories') : [], write: (id: string) => choose({ category: id }) },
    kind: { all: district ? choicesOf(district, 'kinds') : [], write: (id: string) => choose({ kind: id as TicketKind }) },
  };
  const correcting = (line: Line) =>
    district &&
    (line === 'area' ? (
      <AreaFields
        key={line}
        district={district}
        townLabel={words.whichTown}
        value={ids.area}
        onChange={(id) => choose({ area: id })}
      />
    ) : (
      <SelectField
        key={line}
        id={line}
        label={words.lines[line]}
        value={ids[line]}
        options={lists[line].all}
        onChange={lists[line].write}
      />
    ));
  const asking = (line: Line) => {
    if (line === 'area')
      return (
        <WhereField key={line} area={understood.area} district={district} chosen={area} onChange={(id) => choose({ area: id })} />
      );
    const { id, name, alternatives } = understood[line];
    const guesses = [{ id, name }, ...alternatives].map((one) => ({ id: one.id, name: called[line](one.id, one.name) }));
    return (
      <GuessField
        key={line}
        id={line}
        label={words.lines[line]}
        guesses={guesses}
        all={lists[line].all}
        value={ids[line]}
        onChange={lists[line].write}
      />
    );
  };
  return (
    <>
      <Facts facts={[[words.yourWords, matter], ...factOf(told), [words.where, where]]} />
      {asked.map(asking)}
      {district && told.length > 0 && folded.length === 0 && (
        <details>
          <summary>{words.correct}</summary>
          {told.map(correcting)}
        </details>
      )}
      {folded.length > 0 && (
        <details>
          <summary>{words.howSorted}</summary>
          <Facts facts={factOf(folded)} />
          {[...folded, ...told].map(correcting)}
        </details>
      )}
    </>
  );
};
