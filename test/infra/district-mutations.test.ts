import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { DistrictDataError, readDistrict } from '#infra/district/read-district.ts';
import { plantedFolder, problems, withPlantedDistrict } from './planted-district.ts';
import { expectSound } from './sound-district.ts';

withPlantedDistrict();

const FILES = [
  'district',
  'calendar',
  'areas',
  'categories',
  'departments',
  'routing',
  'limits',
  'phone',
  'duty',
  'people',
  'danger',
];

/** Other values of the same type: some are fine where they stand, most are not. */
const TEXTS = [
  ...[
    '',
    '   ',
    '\u200b',
    '\u3164',
    'constructor',
    '__proto__',
    'toString',
    'gone',
    'Gone',
    '水',
    'x'.repeat(41),
    'x'.repeat(100),
  ],
  ...[
    '24:00',
    '00:00',
    '12:00',
    '25:00',
    '+80:00',
    '+05:45',
    '2026-13-01',
    'works',
    'example',
    'water',
    'general',
    'desk',
    '🏠',
    'a\0',
  ],
];
const NUMBERS = [0, -1, 0.5, 0.001, 1, 2, 3, 30, 250, 9999, 1e15, 1e300, Number.NaN, Number.POSITIVE_INFINITY];

type Node = Record<string, unknown> | unknown[];
type Place = { parent: Node; key: string };

const placesIn = (node: unknown): Place[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.keys(node).flatMap((key) => [{ parent: node as Node, key }, ...placesIn((node as Record<string, unknown>)[key])]);

interface Mutation {
  how: 'remove' | 'duplicate' | 'replace' | 'rename' | 'empty' | 'swap' | 'copy';
  /** Where, as parts of all places there are. */
  at: number;
  other: number;
  text: string;
  number: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  how: fc.constantFrom('remove', 'duplicate', 'replace', 'replace', 'rename', 'empty', 'swap', 'copy'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  other: fc.double({ min: 0, max: 0.999, noNaN: true }),
  text: fc.constantFrom(...TEXTS),
  number: fc.constantFrom(...NUMBERS),
});

const nonsense = (value: unknown, { text, number }: Mutation): unknown => {
  if (typeof value === 'string') return text;
  if (typeof value === 'number') return number;
  return typeof value === 'boolean' ? !value : null;
};

/** Changes a place of a tree of values in one of these ways. */
const mutate = (tree: Node, change: Mutation): void => {
  const places = placesIn(tree);
  const [place, other] = [change.at, change.other].map((part) => places[Math.floor(part * places.length)]);
  if (!place || !other) return;
  const parent = place.parent as Record<string, unknown>;
  const value = parent[place.key];
  switch (change.how) {
    case 'remove':
      if (Array.isArray(place.parent)) place.parent.splice(Number(place.key), 1);
      else delete parent[place.key];
      break;
    case 'duplicate':
      if (Array.isArray(place.parent)) place.parent.push(structuredClone(value));
      else parent[`${place.key}x`] = structuredClone(value);
      break;
    case 'rename':
      if (Array.isArray(place.parent)) break;
      delete parent[place.key];
      Object.defineProperty(parent, change.text, { value, enumerable: true, configurable: true, writable: true });
      break;
    case 'empty':
      parent[place.key] = Array.isArray(value) ? [] : typeof value === 'object' ? {} : '';
      break;
    case 'swap':
    case 'copy': {
      const [one, two] = [structuredClone(value), structuredClone((other.parent as Record<string, unknown>)[other.key])];
      parent[place.key] = two;
      if (change.how === 'swap') (other.parent as Record<string, unknown>)[other.key] = one;
      break;
    }
    default:
      parent[place.key] = nonsense(value, change);
  }
};

const LINE = /^[\w-]+\.yaml:[1-9]\d*: .+[^ ]$/s;

/** Reads what was made of the example: it is sound, or refused with file and line. Anything else that is thrown fails the test. */
const isTaken = (): boolean => {
  const found = problems();
  if (found.length === 0) {
    expectSound(readDistrict(plantedFolder()).district);
    return true;
  }
  for (const problem of found) {
    expect(problem).toMatch(LINE);
    expect(problem).not.toMatch(/undefined|\[object|NaN is|at \w+ \(|invalid input/i);
  }
  expect(new Set(found).size).toBe(found.length);
  return false;
};

const original = Object.fromEntries(FILES.map((name) => [name, readFileSync(`config/example/${name}.yaml`, 'utf8')]));
const restore = (): void => {
  for (const [name, text] of Object.entries(original)) writeFileSync(join(plantedFolder(), `${name}.yaml`), text);
};

describe('a district that was changed at random', () => {
  it('is read and sound, or refused with file and line, and never breaks the reader', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.array(mutation, { minLength: 1, maxLength: 3 }), (name, mutations) => {
        restore();
        const tree = parse(original[name] ?? '') as Node;
        for (const one of mutations) mutate(tree, one);
        writeFileSync(join(plantedFolder(), `${name}.yaml`), stringify(tree));
        if (isTaken()) taken += 1;
      }),
      { numRuns: 120 },
    );
    // Some changes do no harm; were none such, the test would look at refusals alone.
    expect(taken).toBeGreaterThan(0);
  });

  it('also where its text was cut, or a piece of it stands in another place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.nat(),
        fc.nat(60),
        fc.nat(),
        fc.constantFrom('', '{', '}', '[', ': ', '- ', '\t', '"', '&a ', '*a', '!!binary ', '---\n', '? ', '#', '<<: '),
        (name, from, length, to, sign) => {
          restore();
          const text = original[name] ?? '';
          const [at, piece] = [from % text.length, text.slice(from % text.length, (from % text.length) + length)];
          const without = text.slice(0, at) + text.slice(at + length);
          const place = to % (without.length + 1);
          writeFileSync(join(plantedFolder(), `${name}.yaml`), without.slice(0, place) + sign + piece + without.slice(place));
          isTaken();
        },
      ),
      { numRuns: 80 },
    );
  });

  it('by anchors that go round in a circle, too', () => {
    for (const [name, text] of [
      ['areas', 'areas: &a [*a]\n'],
      ['areas', '&a\nareas: *a\n'],
      ['limits', 'accept: &a { workingHours: 2 }\nhandle: &b { default: *a, byKind: *b }\n'],
    ] as const) {
      restore();
      writeFileSync(join(plantedFolder(), `${name}.yaml`), text);
      expect(() => readDistrict(plantedFolder())).toThrow(DistrictDataError);
    }
  });
});
