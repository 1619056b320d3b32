import * as z from 'zod';
import type { Register } from '#domain/district/danger/reading.ts';
import { type DangerFinding, understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';

const Row = z.tuple([
  z.string().min(1),
  z.enum(['spoken', 'written']),
  z.enum(['zh', 'en']),
  z.enum(['danger', 'lookalike', 'doubt']),
  z.string(),
]);

/** A text that was kept apart, what a person says of it, and what the function says. */
export interface Judged {
  text: string;
  register: Register;
  language: 'zh' | 'en';
  label: z.infer<typeof Row>[3];
  finding: DangerFinding;
}

/** Judges each text of a table: a header, then text, register, language, label and note with tabs between them. */
export const judgeTable = (district: District, table: string): Judged[] =>
  table
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      const [text, register, language, label] = Row.parse([...cells, ''].slice(0, 5));
      return { text, register, language, label, finding: understandDanger(district, text, register) };
    });

const share = (judged: readonly Judged[], ...outcomes: DangerFinding['outcome'][]): string => {
  if (judged.length === 0) return '–';
  const count = judged.filter(({ finding }) => outcomes.includes(finding.outcome)).length;
  return `${((100 * count) / judged.length).toFixed(1)} %`;
};

const pairOf = (name: string, judged: readonly Judged[]): string[] => {
  const dangers = judged.filter(({ label }) => label === 'danger');
  const lookalikes = judged.filter(({ label }) => label === 'lookalike');
  const doubts = judged.filter(({ label }) => label === 'doubt');
  return [
    name,
    String(dangers.length),
    share(dangers, 'danger'),
    share(dangers, 'danger', 'doubt'),
    String(lookalikes.length),
    share(lookalikes, 'danger'),
    share(lookalikes, 'doubt'),
    String(doubts.length),
    share(doubts, 'danger', 'doubt'),
  ];
};

/** What is found of the dangers beside what is falsely alarmed of the rest: one pair, never one without the other. */
export const pairs = (judged: readonly Judged[]): string[][] => {
  const groups = (['spoken', 'written'] as const).flatMap((register) =>
    (['zh', 'en'] as const).map((language) => ({ register, language })),
  );
  return [
    ['', 'dangers', 'danger', 'or doubt', 'look-alikes', 'danger', 'doubt', 'doubts', 'not none'],
    ...groups
      .map(({ register, language }) =>
        pairOf(
          `${register} ${language}`,
          judged.filter((one) => one.register === register && one.language === language),
        ),
      )
      .filter(([, dangers, , , lookalikes]) => dangers !== '0' || lookalikes !== '0'),
    pairOf('all', judged),
  ];
};

const EXPECTED = { danger: ['danger'], lookalike: ['none'], doubt: ['doubt', 'danger'] };
/** Each text that was not understood as a person does, with what decided. */
export const wrong = (judged: readonly Judged[]): string[] =>
  judged
    .filter(({ label, finding }) => !EXPECTED[label].includes(finding.outcome))
    .map(
      ({ text, register, label, finding: { outcome, words } }) =>
        `${label} → ${outcome} (${register}) ${text}  [${words.join(', ')}]`,
    );
