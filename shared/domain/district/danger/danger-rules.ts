import * as z from 'zod';
import { Id, Word } from '#domain/district/names.ts';

const Words = z.array(Word).min(1);
/** Kinds of words that stand in this order in one sentence: person + falls + water. */
const Together = z.string().regex(/^[a-z-]+( \+ [a-z-]+)+$/, 'names of kinds with " + " between them');

/** A danger to people: whom to ring at once (110, 119, 120, 122), and what people say who are in it. */
export const Danger = z.strictObject({
  id: Id,
  emergencyNumber: z.string().regex(/^\d{3,6}$/, 'an emergency number, digits only'),
  words: Words,
  together: z.array(Together).min(1).optional(),
  /** Words that may mean this danger: they are reason enough to ask. */
  doubts: Words.optional(),
  /** To whether somebody is in danger they say yes: 头疼 after a smell of gas. */
  affirmedBy: Words.optional(),
  /** Words from which one sees which danger it is, once it is known that there is one. */
  signs: Words.optional(),
});
export type Danger = z.infer<typeof Danger>;

/** Words around a word of danger which say that it speaks of something else, or that it is now. */
const DangerCues = z.strictObject({
  /** It is over: 去年, 当时. */
  past: Words,
  /** It may be over: 昨天. */
  recent: Words.optional(),
  /** It has not happened: 怕, 万一. */
  possible: Words,
  /** It is not certain: 可能, 好像. */
  maybe: Words,
  /** It is not so: 没有, 不是. */
  negation: Words,
  /** It is somewhere else: 新闻里, 全国. */
  others: Words,
  /** It happens again and again: 经常. */
  habit: Words,
  /** After the word, it is the name of a matter: 着火后, 车祸赔偿. */
  matter: Words,
  /** After the word, somebody asks about it: 能报销吗. */
  asks: Words,
  /** Before the word, somebody thanks, suggests or asks: 感谢, 建议. */
  thanks: Words,
  /** It is now: 正在, 快来. */
  now: Words,
  /** How people write who have time: 尊敬的领导, 投诉. */
  letter: Words,
});
export type Cue = keyof z.infer<typeof DangerCues>;

/** From which score on there is danger, or doubt; and under which even plain words of danger are not enough for it. */
const Thresholds = z.strictObject({ danger: z.int(), doubt: z.int(), unsure: z.int() });
export type Thresholds = z.infer<typeof Thresholds>;
/** What is written in Chinese, and what is spelt, as English is: a model knows the one better than the other. */
const ByScript = z.strictObject({ chinese: Thresholds, spelt: Thresholds });

/**
 * A linear model over runs of up to two letters (Chinese) or words (English), and over what words mean. Written by
 * `npm run train-danger`.
 */
export const DangerModel = z.strictObject({
  /** SHA-256 of the examples that it was trained from. */
  examples: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256, 64 hexadecimal digits'),
  bias: z.int(),
  thresholds: z.strictObject({ spoken: ByScript, written: ByScript }),
  /** The runs of each weight, with blanks between them; words of one run with "_" between them. */
  weights: z.record(z.string().regex(/^-?\d+$/, 'a whole number'), z.string()),
  /** The weights of what words mean: danger-now, cue-past. */
  marks: z.record(z.string(), z.int()),
});
export type DangerModel = z.infer<typeof DangerModel>;

/** What a district knows of danger. */
export const DangerRules = z.strictObject({
  /** Lists of words with one meaning, for `together`. Words of `person` are one letter to the model. */
  kinds: z.record(Id, Words).optional(),
  dangers: z.array(Danger).min(1),
  /** The danger whose number is given when no word says which one it is. */
  otherwise: Id,
  /** Words that speak of taking one's own life, and the danger that they are. */
  selfHarm: z
    .strictObject({
      danger: Id,
      words: Words,
      together: z.array(Together).min(1).optional(),
      /** Beside them: it has happened already, and is a danger. The model does not see these words. */
      done: Words.optional(),
      /** In a danger they speak of one's own life, too: 安眠药. The model does not see these words. */
      means: Words.optional(),
      /** Who speaks of the life of somebody else, who is to be called, and gets no line for psychological aid. */
      others: z
        .strictObject({
          /** The danger that it is, unless something has happened already: `done`, `means`. */
          danger: Id,
          /** Beside those of the kind `person`: 他, himself. */
          words: Words,
          /** Oneself: 我. */
          own: Words,
          /** Before somebody who does nothing: 对不起 before 爸妈, 给 in 死给他看. */
          towards: Words.optional(),
          /** Between somebody and the words they begin a statement of its own: 了 in 老婆走了不想活了. */
          statements: Words.optional(),
        })
        .optional(),
    })
    .optional(),
  /** Phrases in which a word of danger means none: 打不着火. */
  harmless: Words.optional(),
  /** What people shout: a danger when nothing else is said. */
  alone: Words.optional(),
  cues: DangerCues.partial().optional(),
  /** Sounds and words of politeness that change nothing. */
  fillers: Words.optional(),
  model: DangerModel.optional(),
});
export type DangerRules = z.infer<typeof DangerRules>;
