import { Break, type Units } from '#domain/district/danger/units.ts';

/** Words behind which people come to the point, at the beginning of a clause. */
const TURNS =
  /(?<=^|[\p{P}\s])(?:其实(?:也)?(?:就)?是|说白了(?:就是)?|说到底(?:就是)?|归根到底|(?:我|俺)?(?:就|主要|今天|其实)?(?:是)?(?:想|要)(?:说|问|反映|反应)的(?:就)?是|(?:我|俺)?就是(?!说|因为|这样|这么|那样|不|没|个|在|到)(?:想|要)?(?:问|反映|反应)?|主要(?:就)?是|关键(?:就)?是|(?:the|my|our) (?:point|problem|question|trouble|thing) is|so what i (?:want|need) is|long story short)/gu;
/** A title says what a text is about, and needs no point; its end is a wish or a greeting. */
const TITLE = /^[^\n]{1,60}\n/;
/** A text of fewer units has no story before its point. */
const STORY = 30;

/** The unit at which somebody who told a story comes to the point, by their own words; undefined where nobody says so. */
export const pointIn = ({ text, starts, breaks }: Units): number | undefined => {
  if (breaks.length < STORY || TITLE.test(text.trimStart())) return undefined;
  const turns = [...text.matchAll(TURNS)].map(({ 0: words, index }) => index + words.length);
  const last = turns.at(-1);
  if (last === undefined) return undefined;
  const unit = starts.findIndex((start) => start >= last);
  return unit > 0 ? unit : undefined;
};

/** The end of a story that is judged apart, and how long its beginning may be. */
const ENDS = { units: 15, beginning: 40, from: 30 };

const partOf = ({ text, ids, starts, ends, breaks }: Units, first: number, end: number): Units => ({
  text,
  ids: ids.slice(first, end),
  starts: starts.slice(first, end),
  ends: ends.slice(first, end),
  breaks: breaks.slice(first, end).map((one, n) => (n === 0 ? Break.sentence : one)),
});

/** The beginning and the end of a story, each as a text of its own; undefined for what is short or has a title. */
export const endsOfStory = (units: Units): [Units, Units] | undefined => {
  const { text, breaks } = units;
  if (breaks.length <= ENDS.from || TITLE.test(text.trimStart())) return undefined;
  const end = breaks.length - ENDS.units;
  return [partOf(units, 0, Math.min(end, ENDS.beginning)), partOf(units, end, breaks.length)];
};
