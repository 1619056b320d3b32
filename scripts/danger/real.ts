import { type DangerFinding, understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';

/** A message that people really wrote, and what the function says of it. */
export interface Alarm {
  id: string;
  text: string;
  finding: DangerFinding;
}

/** Judges messages: a header, then a table in which each line has id, opened, answered, title and text. */
export const judgeMessages = (district: District, table: string): { messages: number; alarms: Alarm[] } => {
  const lines = table
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '');
  const judged = lines.map((line) => {
    const [id = '', , , title = '', matter = ''] = line.split('\t');
    const text = `${title}\n${matter}`;
    return { id, text, finding: understandDanger(district, text, 'written') };
  });
  return { messages: lines.length, alarms: judged.filter(({ finding }) => finding.outcome !== 'none') };
};
