import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import { placeIn } from '#domain/district/places/place-in.ts';
import { withBundles } from '#infra/bundle/bundles.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { buildApp } from '#infra/hotline-app.ts';

const { district, people } = readDistrict('config/linzi');

/** What a function is shipped as: file → text. */
const bytesOf = (name: string): Record<string, Buffer> =>
  withBundles(district, (bundles) => {
    const folder = bundles(name);
    return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));
  });

const filesOf = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(bytesOf(name)).map(([file, bytes]) => [file, bytes.toString()]));

/** What answers and ends calls talks to two or three services of AWS (table, queues, secrets), and holds all that is said. */
const OF_CALLS = [
  ...['answer-twilio-call', 'answer-jambonz-call', 'answer-connect-call'],
  ...['end-connect-call', 'end-silent-calls', 'file-parked-calls'],
];
/** S3's client is by far the largest; nobody waits on the phone for these. */
const WITH_S3 = ['keep-recordings'];
const mostBytes = (name: string): number => (WITH_S3.includes(name) ? 680 : OF_CALLS.includes(name) ? 580 : 500) * 1024;

/** The files that an index loads at once, in turn; what it loads when it is asked for is not among them. */
const filesAtStart = (code: string, files: Record<string, string>, found = new Set<string>()): string[] => {
  for (const [, file = ''] of code.matchAll(/(?:from|import)"\.\/([0-9A-Z]{8}\.mjs)"/g)) {
    if (found.has(file)) continue;
    found.add(file);
    filesAtStart(files[file] ?? '', files, found);
  }
  return [...found];
};

describe.each(readdirSync('functions'))('the bundle of %s', (name) => {
  const {
    'index.mjs': index = '',
    'district.json': shipped,
    'areas.json': shippedAreas,
    'categories.json': shippedCategories,
    'danger-lexicon.json': lexicon,
    'sorting-model.json.br': compressed,
    'place-sounds.json': sounds,
    'pages.json': pages,
    ...others
  } = filesOf(name);
  const { 'sorting-model.json.br': model = Buffer.alloc(0) } = bytesOf(name);
  const loadedAtStart = filesAtStart(index, others);
  const code = [index, ...loadedAtStart.map((file) => others[file] ?? '')].join('\n');
  const whole = [index, ...Object.values(others)].join('\n');

  it('is small, so that it starts quickly', () => {
    expect(code.length).toBeGreaterThan(1024);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(mostBytes(name));
  });

  it('looks for credentials in the environment alone', () => {
    expect(whole).not.toContain('AWS_CONTAINER_CREDENTIALS');
    expect(whole).not.toContain('sso_session');
  });

  it('holds the pages if it serves them', () => {
    expect(pages !== undefined).toBe(whole.includes('./pages.json'));
    for (const { id, name, phone } of people)
      for (const told of [name, phone ?? name, `"${id}"`]) expect(pages ?? '').not.toContain(told);
  });

  it('holds the district if it reads it, and nothing else', () => {
    expect(Object.keys(others).filter((file) => !/^[0-9A-Z]{8}\.mjs$/.test(file))).toEqual([]);
    expect(shipped !== undefined).toBe(whole.includes('./district.json'));
    const apart = [shippedAreas, shippedCategories, lexicon, compressed, sounds];
    expect(apart.map((file) => file !== undefined)).toEqual(apart.map(() => shipped !== undefined));
    if (shipped === undefined || shippedAreas === undefined || shippedCategories === undefined) return;
    const { danger, ...plain } = JSON.parse(shipped);
    const { sortingModel, categories, areas, ...known } = district;
    const lists = { areas: JSON.parse(shippedAreas), categories: JSON.parse(shippedCategories) };
    expect({ ...plain, ...lists, danger: district.danger }).toEqual({
      ...known,
      areas: areas.map(({ code: _, ...area }) => area),
      categories: categories.map(({ topics: _, ...category }) => category),
    });
    expect(JSON.parse(brotliDecompressSync(model).toString())).toEqual(sortingModel ?? null);
    expect(model.byteLength + Buffer.byteLength(sounds ?? '')).toBeLessThanOrEqual(250 * 1024);
    expect(danger.dangers.map((one: { id: string }) => one.id)).toEqual(district.danger.dangers.map(({ id }) => id));
    const texts = [shipped, shippedAreas, shippedCategories].join('\n');
    for (const { id, phone } of people) expect(texts).not.toContain(phone ?? `"${id}"`);
  });
});

/** A district as a function reads it, with what lies apart. */
const shippedDistrict = () => {
  const files = filesOf('resident-api');
  const read = (file: string) => JSON.parse(files[file] ?? '');
  return {
    ...read('district.json'),
    areas: read('areas.json'),
    categories: read('categories.json'),
    dangerLexicon: read('danger-lexicon.json'),
    placeSounds: read('place-sounds.json'),
  };
};

describe('danger as it is shipped', () => {
  const shipped = shippedDistrict();

  it.each([
    '我家着火了快来人',
    '俺老伴一下子倒地上了怎么叫也不应声',
    '去年着火了，今年没有',
    '楼上好像有人打架',
    '不想活了',
    '有人在河边钓鱼',
    '皇城镇的路灯不亮',
    'There is a gas leak here!',
    '喝多了，有人晕倒',
  ])('is understood as before: %s', (text) => {
    for (const register of ['spoken', 'written'] as const) {
      expect(understandDanger(shipped, text, register)).toEqual(understandDanger(district, text, register));
    }
  });
});

describe('places as they are shipped', () => {
  const { 'place-sounds.json': sounds = '' } = filesOf('resident-api');
  const shipped = shippedDistrict();

  it.each(['学宫街道', '齐都镇龙贯村', '在几下那边', '于家村', '大武村'])('are recognised as before: %s', (text) => {
    for (const asked of [true, false]) expect(placeIn(shipped, text, { asked })).toEqual(placeIn(district, text, { asked }));
  });

  it('take little room', () => expect(Buffer.byteLength(sounds)).toBeLessThanOrEqual(25 * 1024));
});

it('a function without a folder is told by its name', () => {
  expect(() => withBundles(district, (bundles) => bundles('close-ticket'))).toThrow('functions/close-ticket/index.ts is missing');
});

it('what is shipped can be read by all, whatever the umask of who deploys it', () => {
  const before = process.umask(0o077);
  const outdir = mkdtempSync(join(tmpdir(), 'hotline-shipped-'));
  try {
    buildApp({ district: 'example' }, { outdir, stackTraces: false });
    const assets = readdirSync(outdir).filter((name) => name.startsWith('asset.'));
    const modes = (name: string): [string, string][] =>
      ['', ...readdirSync(join(outdir, name))].map((file) => [
        file === '' ? 'folder' : 'file',
        (statSync(join(outdir, name, file)).mode & 0o777).toString(8),
      ]);
    expect(assets.length).toBeGreaterThan(10);
    const all = new Set(assets.flatMap(modes).map((one) => one.join(' ')));
    expect([...all].sort()).toEqual(['file 644', 'folder 755']);
    expect(process.umask()).toBe(0o077);
  } finally {
    process.umask(before);
    rmSync(outdir, { recursive: true });
  }
});
