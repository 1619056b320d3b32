import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

const pages = sources.filter((file) => file.startsWith('web/'));

/** Imports of our own rooms, or of zod, that bring code and not types alone. */
const bringingCode = (text: string): string[] => text.match(/^import (?!type )[^;]*from '(#(?!web\/)[^']*|zod)';/gm) ?? [];

describe('the pages', () => {
  it('know contracts and the domain as types alone', () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.flatMap((file) => bringingCode(readFileSync(file, 'utf8')))).toEqual([]);
    expect(bringingCode("import { TicketKind } from '#domain/district/kinds.ts';")).toHaveLength(1);
    expect(bringingCode("import { a } from '#web/words/shared.ts';\nimport type { B } from '#domain/b.ts';")).toEqual([]);
  });

  it('ask for nothing but through the one place that knows the token', () => {
    const asking = pages.filter((file) => /\bfetch\(|XMLHttpRequest|sendBeacon/.test(readFileSync(file, 'utf8')));
    // How commands are given is a file beside the pages, without a token; the worker hands on what others ask.
    expect(asking.sort()).toEqual([
      'web/commands/offered.ts',
      'web/resident/kept-page.ts',
      'web/resident/worker.ts',
      'web/session/call.ts',
    ]);
  });

  it('fill the path of an operation in one place, which refuses what would lead elsewhere', () => {
    const filling = pages.filter((file) => /encodeURI/.test(readFileSync(file, 'utf8')));
    expect(filling).toEqual(['web/session/address.ts']);
  });

  it('keep something in the browser through the one place that a refusal does not stop', () => {
    const keeping = pages.filter((file) =>
      /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(keeping).toEqual(['web/session/kept.ts']);
  });

  it('put no text of people into a page as HTML', () => {
    expect(
      pages.filter((file) => /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|\beval\(/.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
  });
});
