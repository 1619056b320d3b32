/** As much of a browser's cache as keeping a page needs. */
export interface PageCache {
  match(address: string): Promise<Response | undefined>;
  put(address: string, answer: Response): Promise<void>;
  delete(address: string): Promise<boolean>;
  keys(): Promise<readonly { url: string }[]>;
}

interface Needs {
  /** Where the pages lie; all addresses that are kept lie below. */
  base: string;
  /** Throws where a browser keeps nothing. */
  cache(): Promise<PageCache>;
  fetch(address: string): Promise<Response>;
}

interface Asked {
  /** Asks the hotline as the browser would. */
  ask(): Promise<Response>;
  /** Takes work that goes on after the answer. */
  later(work: Promise<unknown>): void;
}

/** The residents' page: the only one that a phone keeps. */
const PAGE = 'resident';
const ASSETS = 'assets/';

/** The files that a page names, as Vite writes them. */
const filesOf = (html: string): string[] => [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file = '']) => file);

/** The hotline has too much to do, or is broken: what is kept serves better. */
const isNoAnswer = ({ status }: Response): boolean => status === 429 || status >= 500;

/** Keeps the residents' page with all that it names, and serves it when the hotline does not. Nothing that the API answers is kept. */
export const pageKeeper = ({ base, cache, fetch }: Needs) => {
  const at = (path: string): string => new URL(path, base).href;
  const isAsset = (path: string): boolean => path.startsWith(ASSETS);
  const here = (path: string): Promise<Response | undefined> =>
    cache().then(
      (kept) => kept.match(at(path)),
      () => undefined,
    );

  /** All or nothing: a page is kept once all its files are, and files of earlier ones go after that. */
  const keepPage = async (page: Response): Promise<void> => {
    const kept = await cache();
    const files = filesOf(await page.clone().text());
    await Promise.all(
      files.map(async (file) => {
        if (isAsset(file) && (await kept.match(at(file)))) return;
        const answer = await fetch(at(file));
        if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
        await kept.put(at(file), answer);
      }),
    );
    await kept.put(at(PAGE), page);
    const wanted = new Set(files.map(at));
    for (const { url } of await kept.keys()) if (url.startsWith(at(ASSETS)) && !wanted.has(url)) await kept.delete(url);
  };

  /** Asks for a path first; what is kept of it serves when there is no answer. Nobody waits for what is kept for later. */
  const asked = async (path: string, { ask, later }: Asked, keep: (answer: Response) => Promise<void>): Promise<Response> => {
    const before = await here(path);
    try {
      const answer = await ask();
      if (answer.ok) later(keep(answer.clone()).catch(() => {}));
      return before && isNoAnswer(answer) ? before : answer;
    } catch (error) {
      if (before) return before;
      throw error;
    }
  };

  return {
    /** Keeps the page before anybody asks for it again. */
    begin: async (): Promise<void> => keepPage(await fetch(at(PAGE))),

    /** What to answer for a path below the base. */
    answer: async (path: string, how: Asked): Promise<Response> => {
      if (isAsset(path)) return (await here(path)) ?? how.ask();
      if (path === PAGE) return asked(path, how, keepPage);
      // Only what the page needs is kept: how commands are given, its icon and its manifest.
      if (!/\.(json|svg|webmanifest)$/.test(path)) return how.ask();
      return asked(path, how, async (answer) => (await cache()).put(at(path), answer));
    },
  };
};
