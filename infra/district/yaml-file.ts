import { existsSync } from 'node:fs';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { strangeSign, utf8Text } from './utf8-text.ts';

/** The way to a value in a file: keys and positions. */
export type Path = readonly PropertyKey[];

/** Something wrong in a file, and where. */
export interface Problem {
  file: string;
  line: number;
  /** What is wrong and what to do. */
  text: string;
}

/** A YAML file that remembers where its values stand. */
export interface YamlFile {
  /** What it says, as plain values; undefined when it could not be read. */
  value: unknown;
  /** What kept it from being read. */
  problems: Problem[];
  /** A problem at a value, or at the nearest thing above it that is there. */
  problem(path: Path, text: string): Problem;
}

/** A Chinese colon or comma where YAML wants its own; in quotes, comments and plain Chinese texts they are right. */
export const FULL_WIDTH = 'write the colon as ":" and the comma as ",", each with a blank behind it, not as "：" and "，"';

const remedyOf = (code: string, line: string): string => {
  if (code === 'TAB_AS_INDENT') return 'indent with blanks, not with a tab';
  const unquoted = line.replace(/"[^"]*"|'[^']*'|(^|\s)#.*/g, '');
  return /[：，]/.test(unquoted) ? FULL_WIDTH : 'put a text with special characters in double quotes';
};

/** Reads a YAML file; `shownAs` is its name in the problems. Nothing is thrown for what an operator can write. */
export const readYamlFile = (path: string, shownAs: string): YamlFile => {
  const unread = (text: string, line = 1): YamlFile => {
    const problem = (_: Path, words: string): Problem => ({ file: shownAs, line, text: words });
    return { value: undefined, problems: [problem([], text)], problem };
  };
  if (!existsSync(path)) return unread('there is no such file; copy the one of config/example and change it');

  const lines = new LineCounter();
  const read = utf8Text(path);
  if (read.unread) return unread(read.unread.text, read.unread.line);
  const { text } = read;
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, text: string): Problem => ({ file: shownAs, line: Math.max(1, lines.linePos(offset).line), text });

  const lineAt = (offset: number): string => text.split('\n')[lines.linePos(offset).line - 1] ?? '';

  const problems = [...doc.errors, ...doc.warnings].map(({ code, message, pos: [offset] }) =>
    code === 'DUPLICATE_KEY'
      ? at(offset, 'this key stands twice in the same place; remove one of them')
      : at(offset, `not YAML: ${message.replace(/\.?\s*$/, '')}; ${remedyOf(code, lineAt(offset))}`),
  );
  visit(doc, {
    Alias: (_, alias) => {
      if (alias.resolve(doc)) return;
      problems.push(at(alias.range?.[0] ?? 0, `*${alias.source} refers to nothing; put the text in double quotes`));
    },
    // Written as "\u0000", it was no sign of the file itself.
    Scalar: (_, { value, range }) => {
      const strange = typeof value === 'string' ? strangeSign(value) : undefined;
      if (strange) problems.push(at(range?.[0] ?? 0, strange.problem));
    },
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value !== '__proto__') return;
      problems.push(at(key.range?.[0] ?? 0, 'unknown field "__proto__"; correct its spelling or remove it'));
    },
  });

  const offsetOf = (path: Path): number => {
    let node: unknown = doc.contents;
    let offset = doc.contents?.range?.[0] ?? 0;
    for (const step of path) {
      const inner = isAlias(node) ? node.resolve(doc) : node;
      if (isMap(inner)) {
        const pair = inner.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (!pair) return offset;
        offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset;
        node = pair.value;
      } else if (isSeq(inner)) {
        const item = inner.items[Number(step)] as { range?: [number, number, number] } | undefined;
        if (!item) return offset;
        offset = item.range?.[0] ?? offset;
        node = item;
      } else return offset;
    }
    return offset;
  };
  const value = problems.length > 0 ? undefined : doc.toJS({ maxAliasCount: -1 });
  return { value, problems, problem: (path, text) => at(offsetOf(path), text) };
};
