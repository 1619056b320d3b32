import { next } from '#domain/calls/conversation.ts';
import { numberAsked } from '#domain/calls/found-ticket.ts';
import type { Answer, Question, State } from '#domain/calls/state.ts';
import { lineage } from '#domain/district/tree.ts';
import { call, linzi, NIGHT } from '#test/unit/domain/calls/call-in-linzi.ts';

const LAMP = { speech: '路灯不亮了' };
const CONFIRMING = [NIGHT, LAMP, { speech: '齐都镇西关村村口' }];
const RATING = { number: 'LZ261123048217', found: 'resolved' };

/** How a call comes to each question. */
const WAYS: Partial<Record<Question, Answer[]>> = {
  menu: [NIGHT],
  area: [NIGHT, LAMP],
  place: [NIGHT, LAMP, { speech: '齐都镇' }],
  confirm: CONFIRMING,
  drop: [...CONFIRMING, { speech: '算了不报了' }],
  whereabouts: [NIGHT, { speech: '着火了' }],
  'in-danger': [NIGHT, { speech: '好像有煤气味' }],
  'look-up': [NIGHT, { digits: '2' }],
  solved: [RATING],
  stars: [RATING, { speech: '解决了' }],
};

const told = (before: State, { matter, place, area }: State): boolean =>
  matter !== before.matter || place !== before.place || area !== before.area;

const wish = ({ confidential, anonymous }: State): string => (confidential ? 'confidential' : anonymous ? 'anonymous' : 'filed');

/** What an answer led to, in the words of the table. */
const becameOf = (before: State, after: State, speech: string): string[] => {
  const { question } = before;
  const isRepeated = !told(before, after) && after.notices === before.notices;
  const isAsked = after.question === question && (after.misses > before.misses || isRepeated);
  const person = after.agentMissed ? ['person'] : [];
  switch (question) {
    case 'menu':
      if (after.dropped) return ['left'];
      if (after.matter !== undefined) return after.agentMissed ? ['matter and person'] : ['matter'];
      return [...person, after.question === 'look-up' ? 'look-up' : 'nothing'];
    case 'area':
      if (after.area !== undefined) return lineage(linzi.areas, after.area).map(({ id }) => id);
      return [isAsked ? 'again' : 'place'];
    case 'place':
      return [isAsked ? 'again' : after.place === '' ? 'skip' : 'place'];
    case 'confirm':
      if (after.question === 'filed') return [wish(after), ...(told(before, after) ? ['filed added'] : [])];
      if (after.notices.some(({ notice }) => notice === 'changed')) return ['changed'];
      if (after.question === 'matter') return ['again'];
      return [after.question === 'drop' ? 'drop' : told(before, after) ? 'added' : 'asked again'];
    case 'drop':
      return [after.dropped ? 'dropped' : isAsked ? 'again' : 'kept'];
    case 'whereabouts':
      return [isAsked ? 'again' : after.takenBack ? 'calm' : after.whereabouts !== undefined ? 'place' : 'gone on'];
    case 'in-danger':
      if (after.danger !== undefined) return ['danger'];
      return [isAsked ? 'again' : after.alarm === undefined ? 'calm' : 'kept'];
    case 'look-up':
      if (numberAsked(before, { speech }, linzi.letters) !== undefined) return ['number'];
      if (after.notices.some(({ notice }) => notice === 'no-number')) return ['none'];
      return after.matter === undefined ? [...person, 'again'] : ['matter'];
    case 'solved':
      return [isAsked ? 'again' : after.solved ? 'yes' : 'no'];
    default:
      return [isAsked ? 'again' : String(after.stars)];
  }
};

/** One sentence at one question: what its caller means, and what became of it. */
export interface Judged {
  at: Question;
  sentence: string;
  meant: string;
  became: string;
  verdict: 'understood' | 'asked again' | 'wrong';
}

/** Judges a table of sentences (at, sentence, meant: one of several, with | between). */
export const judged = (table: string): Judged[] =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [at = '', sentence = '', meant = ''] = line.split('\t');
      const before = call(WAYS[at as Question] ?? []);
      if (before.question !== at) throw new Error(`no way leads to ${at}, but to ${before.question}`);
      const became = becameOf(before, next(before, { speech: sentence }, linzi), sentence);
      const isRight = meant.split('|').some((one) => became.includes(one));
      const isAsked = became.some((one) => ['again', 'asked again', 'nothing'].includes(one)) && at !== 'confirm';
      const verdict = isRight ? 'understood' : isAsked || became.includes('asked again') ? 'asked again' : 'wrong';
      return { at: at as Question, sentence, meant, became: became.join(', '), verdict };
    });
