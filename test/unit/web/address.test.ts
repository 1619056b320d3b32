import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultIn, filledPath } from '#web/session/address.ts';

const API = 'https://hotline.example/stage/';
const PATHS = ['/tickets/{number}', '/desk/call-backs/{id}/completion', '/departments/{department}/tickets/{number}/returns'];
/** As people, links and attackers write a part of an address. */
const part = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    '%2e%2e',
    '../desk/shift',
    'a/b',
    '?x=1',
    '#x',
    '\\',
    'LZ261123100109',
    '\ud800',
    '..%2f..',
    '　',
  ),
  fc.string({ unit: 'grapheme' }),
);

describe('the address that a page asks', () => {
  it('is that of the operation, with what stands in the braces as it is, or there is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), part, part, part, (path, number, id, department) => {
        const place = { number, id, department };
        if (faultIn(path, place) !== undefined) return;
        const { pathname, search, hash } = new URL(`.${filledPath(path, place)}`, API);
        expect([search, hash]).toEqual(['', '']);
        const form = new RegExp(`^/stage${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
        const found = form.exec(pathname)?.groups ?? {};
        for (const [name, sent] of Object.entries(found)) expect(decodeURIComponent(sent)).toBe({ ...place }[name]);
        expect(Object.keys(found).length).toBe(path.match(/\{/g)?.length);
      }),
    );
  });

  it.each(['..', '.', '', 'abc', '../../desk/shift', '<img src=x onerror=alert(1)>', 'LZ1', 'LZ26112310010%'])(
    'is not asked for a ticket with the number "%s"',
    (number) => expect(faultIn('/tickets/{number}', { number })).toBe('number'),
  );

  it.each(['LZ261123100109', 'lz 2611 2310 0109', 'LZ-261123-100109', 'ＬＺ２６１１２３１００１０９', 'LZ26112310010912345678'])(
    'is asked for a number as people write it: %s',
    (number) => expect(faultIn('/tickets/{number}', { number })).toBeUndefined(),
  );
});
