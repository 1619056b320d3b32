import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Transition } from '#domain/tickets/command.ts';
import { transitions } from '#domain/tickets/transitions.ts';

const diagram = readFileSync('docs/how-it-works.md', 'utf8').match(/```mermaid\nstateDiagram-v2\n([\s\S]*?)```/)?.[1] ?? '';

it('docs/how-it-works.md draws exactly the transitions that lead to another state', () => {
  const drawn = diagram
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const real = Object.entries<Transition>(transitions).flatMap(([action, { from, to }]) =>
    to === 'unchanged' ? [] : (from.length > 0 ? from : ['[*]']).map((state) => `${state} --> ${to}: ${action}`),
  );
  expect(drawn.sort()).toEqual(real.sort());
});
