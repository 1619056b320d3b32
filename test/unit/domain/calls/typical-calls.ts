import { begin, next } from '#domain/calls/conversation.ts';
import type { Answer, State } from '#domain/calls/state.ts';
import { stepOf } from '#domain/calls/step.ts';
import { linzi } from './call-in-linzi.ts';

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
}

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

/** Plays a call until its number is said; gives the answers it took and the seconds of all prompts. */
export const played = (caller: TypicalCaller): { answers: number; seconds: number; questions: string[] } => {
  let state = begin(caller.begins, linzi);
  let seconds = secondsSaid(state);
  const questions: string[] = [];
  let answers = 0;
  while (state.question !== 'filed' && questions.length < 20) {
    questions.push(state.question);
    const asked = questions.filter((one) => one === state.question).length;
    const answer = answerOf(caller, state, asked);
    if (answer.dial === undefined) answers += 1;
    state = next(state, answer, linzi);
    seconds += secondsSaid(state);
  }
  return { answers, seconds: Math.round(seconds * 10) / 10, questions };
};
