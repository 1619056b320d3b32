import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { next } from '#domain/calls/conversation.ts';
import type { Answer, State } from '#domain/calls/state.ts';
import { call, linzi, NIGHT } from './call-in-linzi.ts';

/** What people say at three questions, and what it is to lead to. They were written before anything was made to fit them. */
const ROWS = readFileSync('test/calls/sentences-of-callers.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [at: string, language: string, sentence: string, leadsTo: string]);

const WAYS: Record<string, Record<string, Answer[]>> = {
  zh: {
    menu: [NIGHT],
    matter: [NIGHT, { digits: '1' }],
    confirm: [NIGHT, { digits: '1' }, { speech: '齐都镇西关村路灯不亮' }, { speech: '村口' }],
  },
  en: {
    menu: [NIGHT, { digits: '8' }],
    matter: [NIGHT, { digits: '8' }, { digits: '1' }],
    confirm: [
      NIGHT,
      { digits: '8' },
      { digits: '1' },
      { speech: 'The street light in Qidu Town is broken' },
      { speech: 'the gate' },
    ],
  },
};

const isCommand = (before: State, after: State): string | undefined => {
  if (after.agentMissed) return after.matter === before.matter ? 'agent' : 'matter and agent';
  if (after.misses === before.misses && after.notices === before.notices && after.question === before.question) return 'repeat';
  return undefined;
};

const atConfirm = (before: State, after: State): string => {
  const { question, confidential, anonymous, matter } = after;
  if (question === 'filed') return confidential ? 'confidential' : anonymous ? 'anonymous' : 'filed';
  if (question === 'matter' || question === 'record') return 'again';
  if (question !== 'confirm') return question === 'drop' ? 'drop' : 'changed';
  if (after.notices.some(({ notice }) => notice === 'changed')) return 'changed';
  return matter === before.matter && after.place === before.place ? 'nothing' : 'added';
};

const beforeMatter = (after: State, speech: string): string => {
  const { question, matter, dropped, kind } = after;
  if (matter !== undefined) return matter === speech ? 'matter' : 'a part of it';
  if (dropped) return 'left';
  if (question === 'look-up' || question === 'rate') return question;
  return question === 'matter' && (after.misses === 0 || kind !== undefined) ? 'report' : 'nothing';
};

/** What a sentence leads to. */
const leadsTo = (at: string, language: string, speech: string): string => {
  const before = call(WAYS[language]?.[at] ?? []);
  expect(before.question).toBe(at);
  const after = next(before, { speech }, linzi);
  // Whether somebody is in danger is asked first; what was said is kept.
  if (after.alarm?.outcome === 'doubt' && after.matter?.includes(speech)) return 'a doubt';
  const became = isCommand(before, after) ?? (at === 'confirm' ? atConfirm(before, after) : beforeMatter(after, speech));
  return at === 'matter' && became === 'report' ? 'nothing' : became;
};

describe('what callers say', () => {
  it('leads where they mean it to', () => {
    const wrong = ROWS.map(([at, language, sentence, right]) => ({
      at,
      sentence,
      right,
      is: leadsTo(at, language, sentence),
    })).filter(({ right, is }) => right !== is && is !== 'a doubt');
    console.log(`${ROWS.length} sentences, ${ROWS.length - wrong.length} understood`);
    if (wrong.length > 0) console.table(wrong);
    expect(wrong).toEqual([]);
  });
});
