/** What people cry who are asked where they are: it names no place. */
export const HURRY_ZH: readonly string[] = [
  ...['你', '你们', '您', '我', '我们', '俺', '俺们', '咱', '他', '她', '它', '人', '谁', '有', '要', '能', '得', '给'],
  ...['快', '快点', '快些', '快来', '赶紧', '赶快', '马上', '立刻', '现在', '一下', '点', '些', '来', '过来', '来人', '来个人'],
  ...['救', '救命', '救人', '救我', '救救', '求', '求求', '求你', '求你们', '拜托', '帮', '帮忙', '帮帮', '叫', '派', '派人'],
  ...['急', '着急', '紧急', '太急', '急死', '危险', '不行了', '受不了', '怎么办', '咋办', '咋整', '害怕', '好怕', '天哪', '妈呀'],
  ...[
    '报警',
    '警察',
    '公安',
    '消防',
    '消防队',
    '消防车',
    '救护车',
    '医生',
    '大夫',
    '怎么还不',
    '还不',
    '到底',
    '别',
    '再',
    '还',
    '啊',
  ],
];

/** The same in English. */
export const HURRY_EN: readonly string[] = [
  ...[
    'please',
    'hurry',
    'hurry up',
    'quick',
    'quickly',
    'fast',
    'now',
    'right now',
    'come',
    'come on',
    'come here',
    'help',
    'sos',
  ],
  ...['me', 'us', 'him', 'her', 'them', 'i', 'we', 'you', 'need', 'needs', 'send', 'get', 'a', 'an', 'the', 'some', 'just', 'to'],
  ...['somebody', 'someone', 'anybody', 'anyone', 'people', 'police', 'ambulance', 'doctor', 'fire brigade', 'fire department'],
  ...['oh', 'my god', 'god', 'emergency', 'urgent', 'danger', 'what do i do', 'scared', "i'm", 'i am', 'is', 'am', 'are'],
];
