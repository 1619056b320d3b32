import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

/** Where a text becomes a telephone: nowhere but where numbers are read. */
const elsewhere = sources.filter(
  (file) => /^(shared|functions|infra)\//.test(file) && !file.startsWith('shared/domain/telephone/'),
);

/** Ways around the reader: the schema used as a parser, a cast, and a number that is kept or handed on as a text. */
const AROUND = /\bTelephone\.(safeP|p)arse\(|\bas Telephone\b|\bphone\??: (z\.)?string\b/;

/** The number in a step of duty is masked, and one that somebody writes is read by the operation. */
const MASKED = ['shared/domain/tickets/duty-calls.ts'];
const WRITTEN = ['shared/use-cases/file-matter.ts', 'shared/use-cases/look-up/looked-up.ts'];
/** Names a caller by any text. */
const HASHED = 'shared/domain/calls/call-back-id.ts';

const around = (file: string, text: string): string[] =>
  text
    .split('\n')
    .filter((line) => AROUND.test(line))
    .map((line) => `${file}: ${line.trim()}`);

describe('telephones', () => {
  it('are made of texts by the reader alone', () => {
    expect(elsewhere.length).toBeGreaterThan(100);
    const found = elsewhere.filter((file) => ![...MASKED, ...WRITTEN, HASHED].includes(file));
    expect(found.flatMap((file) => around(file, readFileSync(file, 'utf8')))).toEqual([]);
    for (const file of [...MASKED, ...WRITTEN]) expect(around(file, readFileSync(file, 'utf8'))).toHaveLength(1);
  });

  it('are found where somebody goes around it', () => {
    expect(around('x.ts', 'const phone = Telephone.parse(body.From);')).toHaveLength(1);
    expect(around('x.ts', 'telephony.ring(from as Telephone, call)')).toHaveLength(1);
    expect(around('x.ts', '  phone: z.string().max(20).optional(),')).toHaveLength(1);
    expect(around('x.ts', '  phone?: string | undefined;')).toHaveLength(1);
    expect(around('x.ts', '  phone?: Telephone | undefined;')).toEqual([]);
  });
});
