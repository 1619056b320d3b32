/** Words of courtesy in a language: patterns, since they are said in many forms. They say nothing of a matter. */
interface Courtesy {
  /** What opens a call or a letter, whatever follows it directly. */
  openings: string;
  /** Thanks before anything was said, a clause of their own. Thanks to somebody for something are the matter itself. */
  openingThanks: string;
  /** Thanks behind all else. */
  thanks: string;
  /** What may follow a word of courtesy and belongs to it. */
  endings: string;
  /** Behind these words thanks are what a sentence speaks of: 想说声谢谢. */
  spokenOf: string;
}

const YOU = '(?:你们|您们|你|您|大家|各位|领导|同志|师傅)?';

/** The courtesy of each language of callers. */
export const COURTESY: Readonly<Record<'zh' | 'en', Courtesy>> = {
  zh: {
    openings: `喂+|(?:领导|同志|师傅|各位领导|大家)?(?:你们好|你好|您好|早上好|上午好|下午好|晚上好)|尊敬的领导|不好意思|打扰(?:一下|了|您了)?|麻烦(?:你|您)(?:们)?(?:一下)?|那个啥|那啥|(?:我|俺)跟(?:你|您)说|(?:你|您)听我说|是这样的|是这么回事`,
    openingThanks: '谢谢|多谢|(?:麻烦|辛苦|拜托)(?:你|您)?们?了',
    thanks: `(?:先|提前|十分|非常|万分|太)?(?:谢谢|多谢|感谢|谢啦|谢了)${YOU}|麻烦${YOU}了|辛苦${YOU}了?|拜托${YOU}了?|打扰${YOU}了`,
    endings: '[啊呀哈啦了哦噢嘞]*',
    spokenOf: '[声说句道要想来示心是的向对给没]$',
  },
  en: {
    openings:
      "(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|dear (?:sir|madam|sirs|sir or madam|hotline|team)|excuse me|please|kindly|sorry to (?:bother|trouble) you)(?: there| all)?(?![a-z'-])",
    openingThanks: 'thank you|thanks|many thanks',
    thanks:
      '(?:many thanks|thank you|thanks|thank u|thx|cheers|please|much appreciated|kind regards|best regards|regards)(?: (?:so much|very much|a lot|again|in advance|sir|madam|all|for your help|for your time))*(?![a-z])',
    endings: '',
    spokenOf: '(?:say|said|a|big|of|my|many|to|with|and|your|no|without) ?$',
  },
};
