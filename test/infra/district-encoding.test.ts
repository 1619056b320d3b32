import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDistrict } from '#infra/district/read-district.ts';
import { plant, plantedFolder, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const path = (): string => join(plantedFolder(), 'departments.yaml');
const bytes = (): Buffer => readFileSync(path());
/** Puts other bytes in the place of a text of the file, and answers where. */
const putBytes = (text: string, other: Buffer): { byte: number; line: number } => {
  const before = bytes().subarray(0, bytes().indexOf(text));
  writeFileSync(path(), Buffer.concat([before, other, bytes().subarray(before.length + Buffer.byteLength(text))]));
  return { byte: before.length, line: before.toString().split('\n').length };
};

describe('a file that is not UTF-8', () => {
  it.each([
    ['GBK', Buffer.from([0xc7, 0xf8, 0xb9, 0xa9, 0xcb, 0xae])],
    ['Latin-1', Buffer.from('Bäder', 'latin1')],
    ['cut in a sign', Buffer.from('水').subarray(0, 2)],
    ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80])],
    ['too long a form', Buffer.from([0xc0, 0x80])],
  ])('%s is refused with its byte, its line and the remedy', (name, wrong) => {
    const { byte, line } = putBytes('Public Works', wrong);
    const at = name === 'Latin-1' ? byte + 1 : byte;
    expect(problems()[0]).toBe(
      `departments.yaml:${line}: byte ${at}: this is not UTF-8, perhaps GBK or Latin-1; save the file as UTF-8`,
    );
  });

  it.each([
    ['with a mark', '\ufeff'],
    ['without one', ''],
  ])('UTF-16 %s is refused', (_, mark) => {
    const text = mark + bytes().toString();
    for (const file of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]) {
      writeFileSync(path(), file);
      expect(problems()[0]).toBe('departments.yaml:1: byte 0: this is UTF-16; save the file as UTF-8');
    }
  });

  it('is refused wherever the wrong byte is, with the line on which it is', () => {
    const whole = bytes();
    // Within a sign of several bytes the whole sign is wrong, from its first byte on.
    const beginnings = [...whole.keys()].filter((at) => ((whole[at] ?? 0) & 0xc0) !== 0x80);
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.constantFrom(0xff, 0xfe, 0xc7, 0xe9, 0x80), (at, wrong) => {
        writeFileSync(path(), Buffer.concat([whole.subarray(0, at), Buffer.from([wrong]), whole.subarray(at)]));
        const line = whole.subarray(0, at).toString().split('\n').length;
        expect(problems()[0]).toMatch(new RegExp(`^departments.yaml:${line}: byte ${at}: this is `));
      }),
      { numRuns: 8 },
    );
  });
});

describe('a file with signs that are no text', () => {
  it.each([
    ['a letter that was lost', '\ufffd', 'a letter was lost here and became U+FFFD when the file was saved in another encoding'],
    ['NUL', '\0', 'the sign U+0000 is no text'],
    ['ESC', '\u001b', 'the sign U+001B is no text'],
    ['a noncharacter', '\ufffe', 'the sign U+FFFE is no text'],
  ])('%s is refused, in the file and where it is written as an escape', (_, sign, problem) => {
    const { byte, line } = putBytes('Public', Buffer.from(sign));
    expect(problems()[0]).toContain(`departments.yaml:${line}: byte ${byte}: ${problem}`);
    putBytes(sign, Buffer.from('Public'));
    const escaped = JSON.stringify(`\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).replace('\\\\', '\\');
    putBytes('Public Works', Buffer.from(escaped));
    expect(problems()[0]).toContain(`departments.yaml:${line}: ${problem}`);
  });

  it('half a sign that is written as an escape is refused', () => {
    const line = plant('departments.yaml', 'Public Works', '"a\\ud800"');
    expect(problems()[0]).toContain(`departments.yaml:${line}: `);
  });

  it('a mark of the byte order at the beginning is fine', () => {
    writeFileSync(path(), `\ufeff${bytes().toString()}`);
    expect(readDistrict(plantedFolder()).district.departments).toHaveLength(3);
  });
});

it('a folder in the place of a file is told, and a file in the place of the folder', () => {
  rmSync(path());
  mkdirSync(path());
  expect(problems()[0]).toBe("departments.yaml:1: it can't be read (EISDIR); make it a file that you may read");
  expect(() => readDistrict('config/README.md')).toThrow('config/README.md: there is no such folder');
});
