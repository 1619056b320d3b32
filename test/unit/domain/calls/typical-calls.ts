import { begin, next } from '#domain/calls/conversation.ts';
import type { Answer, State } from '#domain/calls/state.ts';
import { stepOf } from '#domain/calls/step.ts';
import { DAY, linzi, NIGHT } from './call-in-linzi.ts';

/** What somebody has to say, and how much of it at once. */
export interface TypicalCaller {
  who: string;
  begins: Answer;
  /** What they say first, and whenever they are asked what it is. */
  matter: string;
  /** What they say when they are asked where. */
  where: string;
  /** What they say when they are asked where exactly; without it they can't say. */
  exactly?: string;
  /** With keys where there are some. */
  byKeys?: boolean;
  /** They name the place with the matter. */
  atOnce?: boolean;
}

/** Eight callers, whose calls are to be short. */
export const TYPICAL_CALLERS: TypicalCaller[] = [
  {
    who: 'says it all at once',
    begins: NIGHT,
    matter: '齐都镇西关村村口路灯不亮',
    where: '齐都镇西关村',
    exactly: '村口',
    atOnce: true,
  },
  {
    who: 'names house and unit',
    begins: NIGHT,
    matter: '晏婴社区三号楼二单元水管爆了',
    where: '晏婴社区',
    exactly: '三号楼二单元',
    atOnce: true,
  },
  {
    who: 'names an estate that is in no list',
    begins: NIGHT,
    matter: '金茂花园八号楼二单元没暖气',
    where: '闻韶街道',
    exactly: '金茂花园八号楼',
    atOnce: true,
  },
  {
    who: 'names the village with the matter',
    begins: NIGHT,
    matter: '西关村的垃圾没人清',
    where: '齐都镇',
    exactly: '村委会门口',
  },
  { who: 'says only what it is', begins: NIGHT, matter: '路灯坏了好几天', where: '齐都镇西关村', exactly: '村口' },
  { who: 'asks something', begins: NIGHT, matter: '低保怎么申请', where: '凤凰镇', byKeys: true },
  { who: 'whose person is busy', begins: DAY, matter: '楼下烧烤摊油烟太大', where: '闻韶街道晏婴社区', exactly: '东门' },
  {
    who: 'gets a text',
    begins: { ...NIGHT, texts: 'yes' },
    matter: '路口井盖没了',
    where: '辛店街道安里村村口',
    exactly: '村口',
  },
];

/** A voice says four signs of Chinese, or two and a half words of English, in a second. */
const secondsOf = (text: string): number => {
  const han = text.match(/\p{Script=Han}|\d/gu)?.length ?? 0;
  const words = text.match(/[a-z']+/giu)?.length ?? 0;
  const breaks = text.match(/[，。：、？！,.:?!]/gu)?.length ?? 0;
  return (han + breaks) / 4 + words / 2.5;
};

/** How long what a state says takes. */
export const secondsSaid = (state: State): number =>
  stepOf(state, linzi, 'LZ261123048217').say.reduce((sum, one) => {
    if (typeof one === 'string') return sum + secondsOf(one);
    return sum + ('pause' in one ? one.pause : secondsOf(one.text));
  }, 0);

const answerOf = ({ matter, where, exactly, byKeys }: TypicalCaller, { question, language }: State, asked: number): Answer => {
  if (question === 'agent') return { dial: 'busy' };
  if (question === 'area') return { speech: where };
  if (question === 'place') return exactly === undefined ? { digits: '2' } : { speech: exactly };
  if (question === 'confirm') return byKeys ? { digits: '1' } : { speech: language === 'zh' ? '对' : 'yes' };
  // Who is not understood presses the key that is for it.
  return question === 'menu' && asked > 1 ? { digits: '1' } : { speech: matter };
};

/** A call that was played: the answers that it took and the seconds of all prompts, and each answer as the line gave it. */
interface Played {
  answers: number;
  seconds: number;
  questions: string[];
  given: Answer[];
}

/** Plays a call until its number is said. */
export const played = (caller: TypicalCaller): Played => {
  let state = begin(caller.begins, linzi);
  let seconds = secondsSaid(state);
  const questions: string[] = [];
  const given: Answer[] = [];
  let answers = 0;
  while (state.question !== 'filed' && questions.length < 20) {
    questions.push(state.question);
    const asked = questions.filter((one) => one === state.question).length;
    const answer = answerOf(caller, state, asked);
    if (answer.dial === undefined) answers += 1;
    given.push(answer);
    state = next(state, answer, linzi);
    seconds += secondsSaid(state);
  }
  return { answers, seconds: Math.round(seconds * 10) / 10, questions, given };
};
