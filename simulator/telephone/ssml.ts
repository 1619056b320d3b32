import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** The tags of SSML that Amazon Polly's neural voices know, as far as a call needs them. */
const SPOKEN_TAGS = ['speak', 'break', 'lang', 'p', 's', 'say-as', 'sub', 'w'];
const MOST_SIGNS = 3000;
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, trimValues: false });

const wordsIn = (nodes: any[]): string[] =>
  nodes.flatMap((node) => {
    if ('#text' in node) return [String(node['#text'])];
    const tag = Object.keys(node).find((key) => key !== ':@') ?? '';
    if (!SPOKEN_TAGS.includes(tag)) throw new Error(`no SSML of a neural voice: ${tag}`);
    return wordsIn(node[tag]);
  });

/** What is heard of SSML. Throws for what Amazon Polly would not say. */
export const heardOf = (ssml: string): string => {
  if (XMLValidator.validate(ssml) !== true || !/^<speak>.*<\/speak>$/su.test(ssml)) throw new Error(`no SSML: ${ssml}`);
  const heard = wordsIn(parser.parse(ssml)).join('').trim();
  if (heard.length > MOST_SIGNS) throw new Error(`more than ${MOST_SIGNS} signs are said at once`);
  return heard;
};
