import { describe, expect, it } from 'vitest';
import { pageKeeper } from '#web/resident/kept-page.ts';

const BASE = 'https://hotline.example/pages/';
const pageOf = (version: number): string =>
  `<link rel="icon" href="./icon.svg"><script type="module" src="./assets/resident-${version}.js"></script>` +
  `<link rel="modulepreload" href="./assets/shared-${version}.js"><p>version ${version}</p>`;

/** A hotline that serves one version of its pages, and a phone that keeps what it is given. */
const phone = () => {
  const kept = new Map<string, string>();
  const hotline = { version: 1, status: 200, isAway: false, lacks: '' };
  let requests = 0;
  const fetch = async (address: string): Promise<Response> => {
    requests += 1;
    const path = address.slice(BASE.length);
    if (hotline.isAway) throw new TypeError('Failed to fetch');
    if (hotline.status !== 200) return new Response('no', { status: hotline.status });
    if (path === hotline.lacks) return new Response('no', { status: 404 });
    if (path === 'resident') return new Response(pageOf(hotline.version));
    if (path.startsWith('assets/') && !path.endsWith(`-${hotline.version}.js`)) return new Response('no', { status: 404 });
    return new Response(`${path} as of ${hotline.version}`);
  };
  const keeper = pageKeeper({
    base: BASE,
    cache: async () => ({
      match: async (address) => {
        const text = kept.get(address);
        return text === undefined ? undefined : new Response(text);
      },
      put: async (address, answer) => void kept.set(address, await answer.text()),
      delete: async (address) => kept.delete(address),
      keys: async () => [...kept.keys()].map((url) => ({ url })),
    }),
    fetch,
  });
  const opens = async (path: string): Promise<string> => {
    const work: Promise<unknown>[] = [];
    const answer = await keeper.answer(path, { ask: () => fetch(BASE + path), later: (one) => void work.push(one) });
    await Promise.all(work);
    return answer.ok ? answer.text() : String(answer.status);
  };
  const names = () => [...kept.keys()].map((address) => address.slice(BASE.length)).sort();
  return { hotline, keeper, opens, names, requests: () => requests };
};

const WHOLE = ['assets/resident-1.js', 'assets/shared-1.js', 'icon.svg', 'resident'];

describe('the page on a phone', () => {
  it.each([429, 500, 502, 503])('opens as it was kept when the hotline answers %i, or nothing', async (status) => {
    const { hotline, keeper, opens, names } = phone();
    await keeper.begin();
    expect(names()).toEqual(WHOLE);
    hotline.status = status;
    expect(await opens('resident')).toContain('version 1');
    expect(await opens('assets/resident-1.js')).toContain('as of 1');
    expect(await opens('icon.svg')).toContain('as of 1');
    hotline.isAway = true;
    expect(await opens('resident')).toContain('version 1');
    expect(await opens('assets/shared-1.js')).toContain('as of 1');
  });

  it('is the newest that there is, and files of earlier ones go', async () => {
    const { hotline, keeper, opens, names } = phone();
    await keeper.begin();
    hotline.version = 2;
    expect(await opens('resident')).toContain('version 2');
    expect(names()).toEqual(WHOLE.map((name) => name.replace('-1.', '-2.')));
  });

  it('stays the earlier one, whole, when a file of the new one does not come', async () => {
    const { hotline, keeper, opens, names } = phone();
    await keeper.begin();
    hotline.version = 2;
    hotline.lacks = 'assets/shared-2.js';
    expect(await opens('resident')).toContain('version 2');
    hotline.isAway = true;
    expect(await opens('resident')).toContain('version 1');
    expect(await opens('assets/shared-1.js')).toContain('as of 1');
    expect(names()).toEqual(expect.arrayContaining(WHOLE));
  });

  it('gives way to what the hotline says of it: a page that is gone is gone', async () => {
    const { hotline, keeper, opens } = phone();
    await keeper.begin();
    hotline.lacks = 'resident';
    expect(await opens('resident')).toBe('404');
  });

  it('is all that is kept: not the pages of others, nor what lies elsewhere', async () => {
    const { keeper, opens, names, requests } = phone();
    await keeper.begin();
    for (const path of ['desk', 'department', 'worker.js', 'assets/desk-1.js']) await opens(path);
    expect(names()).toEqual(WHOLE);
    const before = requests();
    await opens('assets/resident-1.js');
    expect(requests()).toBe(before);
    await opens('actions.json');
    expect(names()).toContain('actions.json');
  });

  it('comes from the hotline where a browser keeps nothing', async () => {
    const keeper = pageKeeper({
      base: BASE,
      cache: async () => {
        throw new Error('denied');
      },
      fetch: async () => new Response('kept'),
    });
    await expect(keeper.begin()).rejects.toThrow('denied');
    for (const path of ['resident', 'assets/a.js', 'icon.svg'])
      expect(await (await keeper.answer(path, { ask: async () => new Response('fresh'), later: () => {} })).text()).toBe('fresh');
  });
});
