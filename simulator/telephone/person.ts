import { createInterface } from 'node:readline';
import type { Awaited, Caller } from './caller.ts';
import type { CallAnswer } from './script.ts';

const PROMPTS: Record<Awaited['what'], string> = {
  keys: '按键',
  words: '按键或说话',
  message: '（嘀）留言',
  agent: '坐席接听吗 y/n',
};

/** What a person does who wrote this line; undefined is the end of their input. */
export const answerIn = (line: string | undefined, { what, keys = Number.POSITIVE_INFINITY }: Awaited): CallAnswer => {
  const said = line?.trim();
  if (said === undefined || said === 'hang up') return { hangUp: true };
  if (what === 'agent') return { agent: /^n|^不|^busy/i.test(said) ? 'busy' : 'completed' };
  if (said === '') return { silence: true };
  // A provider takes no more keys than it was asked for.
  if (/^[\d*#]+$/.test(said)) return { keys: /^\d+#?$/.test(said) ? said.slice(0, keys) : said.slice(0, 1) };
  return what === 'message' ? { recording: said } : { speech: said };
};

/** A person at a terminal: reads the hotline's words, and writes what they do. */
export const personAt = (
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Caller & { heard: string[]; leave(): void } => {
  const lines = createInterface({ input, output });
  const next = lines[Symbol.asyncIterator]();
  const heard: string[] = [];
  let hasEnded = false;
  lines.on('close', () => {
    hasEnded = true;
  });
  return {
    heard,
    hear: (words) => {
      heard.push(words);
      output.write(`☎ ${words}\n`);
    },
    answer: async (awaited) => {
      const prompt = `${PROMPTS[awaited.what]}> `;
      lines.setPrompt(prompt);
      // Lines that were written ahead are still read after the input has ended.
      if (hasEnded) output.write(prompt);
      else lines.prompt();
      const { value, done } = await next.next();
      const answer = answerIn(done ? undefined : value, awaited);
      if ('hangUp' in answer) output.write('（挂机）\n');
      return answer;
    },
    leave: () => lines.close(),
  };
};
