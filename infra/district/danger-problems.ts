import type { Danger, DangerRules } from '#domain/district/danger/danger-rules.ts';
import { duplicateProblems, type Listed, unknownReference } from './cross-references.ts';
import { heardProblems, written } from './spoken-problems.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

/** Dangers of the same id, and words that stand for two of them or twice for one. */
export const dangerProblems = (dangers: Listed<Danger>): Problem[] => [
  ...duplicateProblems('danger', dangers),
  ...heardProblems(
    dangers,
    dangers.entries.flatMap(({ value: { id, words, doubts = [] }, path }) => [
      ...written(id, words, [...path, 'words']),
      ...written(id, doubts, [...path, 'doubts']),
    ]),
    ({ word }, [earlier]) =>
      earlier ? `"${word}" is a word of the danger "${earlier.of}" already; remove one of the two` : undefined,
  ),
];

/** Dangers and kinds of words that are named in a file and are not there. */
export const dangerReferenceProblems = (file: YamlFile, rules: DangerRules | undefined, dangers: Listed<Danger>): Problem[] => {
  if (!rules) return [];
  const { kinds = {}, otherwise, selfHarm } = rules;
  const unknownDanger = (id: string | undefined, path: Path): Problem[] => {
    const text = id === undefined ? undefined : unknownReference('danger', id, dangers, 'this file');
    return text === undefined ? [] : [file.problem(path, text)];
  };
  const unknownKinds = (rows: readonly string[] = [], path: Path): Problem[] =>
    rows.flatMap((row, n) =>
      row
        .split(' + ')
        .filter((kind) => !Object.hasOwn(kinds, kind))
        .map((kind) => file.problem([...path, n], `there is no kind "${kind}"; correct its spelling or add it to kinds`)),
    );
  return [
    ...unknownDanger(otherwise, ['otherwise']),
    ...unknownDanger(selfHarm?.danger, ['selfHarm', 'danger']),
    ...unknownDanger(selfHarm?.others?.danger, ['selfHarm', 'others', 'danger']),
    ...unknownKinds(selfHarm?.together, ['selfHarm', 'together']),
    ...rules.dangers.flatMap(({ together }, n) => unknownKinds(together, ['dangers', n, 'together'])),
  ];
};
