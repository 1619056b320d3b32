import * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import { once } from '#domain/once.ts';
import { type DangerNote, emergencyNumberFor } from './danger-note.ts';

/** What somebody who wrote of danger is answered at once, as data: an app shows the number as a link to ring. */
export const DangerAdvice = once(() =>
  z.object({
    outcome: z.enum(['danger', 'doubt']),
    emergencyNumber: z.string(),
    advice: z.string(),
    /** In doubt: what a person must still say. */
    question: z.string().optional(),
    /** The line for psychological aid, where somebody speaks of taking their own life. */
    helpline: z.string().optional(),
  }),
);
export type DangerAdvice = z.infer<ReturnType<typeof DangerAdvice>>;

/** 心理援助热线: the national line for psychological aid (National Health Commission, since 2025). */
const HELPLINE = '12356';

/** The numbers of a district that are rung in danger, and the line for who thinks of ending their life where it knows such words. */
export const numbersToRing = ({
  danger: { dangers, selfHarm },
}: Pick<District, 'danger'>): { emergencyNumbers: string[]; helpline?: string } => ({
  emergencyNumbers: [...new Set(dangers.map(({ emergencyNumber }) => emergencyNumber))].sort(),
  ...(selfHarm && { helpline: HELPLINE }),
});

const words: Record<District['language'], { advice(number: string): string; ownLife(number: string): string; question: string }> =
  {
    zh: {
      advice: (number) => `如果有人有危险，请马上拨打${number}。`,
      ownLife: (number) => `您不是一个人。请现在就拨打心理援助热线${HELPLINE}，或者拨打${number}，有人愿意听您说。`,
      question: '有人有危险吗？',
    },
    en: {
      advice: (number) => `If anybody is in danger, call ${number} now.`,
      ownLife: (number) =>
        `You are not alone. Please call ${HELPLINE}, the line for psychological aid, or ${number} now: somebody will listen.`,
      question: 'Is anybody in danger?',
    },
  };

/** What to answer to a note; undefined where there is none. */
export const adviceFor = (
  note: DangerNote | undefined,
  district: Pick<District, 'danger' | 'language'>,
): DangerAdvice | undefined => {
  if (!note) return undefined;
  const emergencyNumber = emergencyNumberFor(district, note.danger);
  const { advice, ownLife, question } = words[district.language];
  return {
    outcome: note.outcome,
    emergencyNumber,
    advice: note.selfHarm ? ownLife(emergencyNumber) : advice(emergencyNumber),
    ...(note.outcome === 'doubt' && { question }),
    ...(note.selfHarm && { helpline: HELPLINE }),
  };
};
