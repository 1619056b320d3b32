/** By which people who were taken to be in danger say that they were not, or speak of it without naming a place. */
export interface EmergencyWords {
  /** It was no danger from the beginning: 说错了, 虚惊一场. */
  mistaken: readonly string[];
  /** What is behind these words is the harmless thing that looked like a danger: 是做饭冒烟. */
  isOnly: readonly string[];
  harmless: readonly string[];
  /** Said twice and with nothing else they take a danger back: 没有没有. */
  denials: readonly string[];
  /** Directly before words of a mistake they mean the opposite: 没弄错. */
  turned: readonly string[];
  /** Beside words of a mistake they say no more. */
  around: readonly string[];
  /** Nobody knows whether somebody is in danger. */
  unknown: readonly string[];
  /** Beside how it goes they say no more, and are no place either. */
  calm: readonly string[];
  /** How it goes with a danger, and who was rung: no place. */
  course: readonly string[];
}

const words = (all: string): readonly string[] => all.split(' ');

/** 普通话，和临淄人的说法。 */
export const EMERGENCY_ZH: EmergencyWords = {
  mistaken: words(
    '说错了 说错 弄错了 弄错 搞错了 搞错 看错了 看错 闻错了 记错了 整错了 认错了 说岔了 说差了 说秃噜嘴了 口误 开玩笑的 开玩笑 开个玩笑 开了个玩笑 闹着玩的 闹着玩 说着玩的 说着玩 逗你们玩 逗你玩 玩笑话 虚惊一场 虚惊 误报 误报了 瞎说的 瞎说 胡说的 乱说的 乱讲的 随便说的 假的 不是真的 没那回事 没这回事 没有的事 没有这回事 没那事 试试 测试 测试一下 试一下 按错了 拨错了 打着玩的 打着玩 乱按的 乱打的 不是那回事 不是那个意思 不是这个意思 闹误会了 理解错了 会错意了',
  ),
  isOnly: words('是 就是 不过是 其实是 原来是 原来 那是 只是 光是 是人家'),
  harmless: words(
    '做饭 做饭的 炒菜 炒菜的 烧菜 做菜 炖肉 蒸馒头 蒸包子 烧水 烧开水 熏肉 烧烤 烤串 烧纸 上坟 烧香 放鞭炮 放炮 放烟花 烟花 鞭炮 蒸汽 水汽 热气 雾 大雾 电焊 焊东西 拍电影 电视 电视里 电影 演习 演练 游戏 灯光 晚霞 夕阳 油烟 抽烟 点烟 烧锅 烧炕 灶',
  ),
  denials: ['不是', '没有', '没', '不', '别'],
  turned: ['不是', '没有', '没', '不', '别', '可不是', '不能', '哪是', '谁'],
  around: words(
    '我 俺 我们 俺们 咱 你 你们 他 她 是 就是 刚才 刚刚 孩子 小孩 孩子们 小孩子 那个 这个 那 哎呀 哎哟 对不起 对不住 不好意思 抱歉 麻烦你们了 麻烦了 给你们添麻烦了 添麻烦了 不用来 不用来了 别来了 不用了 没事 没事了 没有 不 不是 不不 了 的 啊 呀 吧 呢 哈 哦 嘛 冒烟 冒的烟 冒气 的烟 的味 的味儿 的声 声音 响 隔壁 邻居 邻居家 人家 楼下 楼上 家 在 都 也 给 把 电话 跟你们 跟大人 大人 老人 都是 里 有点 闹 一场',
  ),
  unknown: words(
    '不知道 不清楚 不晓得 也不知道 我也不知道 不好说 说不好 说不准 说不清 不确定 没法确定 拿不准 看不清 没看清 没看见 没看到 看不见 看不出来 谁知道 不了解',
  ),
  calm: words('没事 没事了 没啥事 没大事 不要紧 不碍事'),
  course: words(
    '灭 灭了 火灭 火灭了 扑灭 扑灭了 救火 灭火 火 火势 大火 小火 烟 浓烟 烟味 味 味儿 很大 挺大 大了 变大 更大 小了 变小 越来越 大 小 多 浓 已经 刚 刚才 刚刚 都 也 就 还 还在 正在 一直 打 打了 打过 打过了 打完了 打的 打电话 电话 拨 拨了 报 报了 报过 报过了 报了警 报过警 报警 警 119 110 120 122 幺幺九 一一九 幺二零 一二零 幺幺零 一一零 火警 消防员 消防来了 救护 大部队 车 车来了 来了 到了 快到了 到 快 快要 出来 出来了 跑 跑了 跑出来 跑出来了 烧 烧着 烧起来 着 起来 控制 控制住 控制不住 住了 怎么 办 我不敢 不敢 吓人 吓死 吓死我了 担心 等 等着 在等 行 好 好了 谢谢 对 是 是的 嗯 真 真的 特别 非常 可 太 赶快 帮我 替我 给我 给 你们打 让 联系 通知 喊 找',
  ),
};

/** English. */
export const EMERGENCY_EN: EmergencyWords = {
  mistaken: [
    ...['my mistake', 'i was wrong', 'i was mistaken', 'it was a mistake', 'a mistake', 'false alarm', 'just kidding', 'kidding'],
    ...[
      'a joke',
      'it was a joke',
      'joking',
      'just joking',
      'wrong word',
      'i said it wrong',
      'misspoke',
      'i misspoke',
      'not real',
    ],
    ...['just testing', 'testing', 'a test', 'only a test', 'a prank', 'pressed the wrong', "that's not what i meant"],
  ],
  isOnly: ['it is only', 'it is just', "it's just", "it's only", 'only', 'just', 'it was just', 'it was only'],
  harmless: [
    'cooking',
    'smoke from cooking',
    'steam',
    'fireworks',
    'firecrackers',
    'a drill',
    'a barbecue',
    'barbecue',
    'the tv',
    'fog',
  ],
  denials: ['no', 'not', 'nope'],
  turned: ['not', 'no', "isn't", 'not a', "wasn't", "i'm not", 'never', 'this is no'],
  around: [
    ...[
      'i',
      "i'm",
      'i am',
      'sorry',
      'so sorry',
      'oh',
      'it',
      'is',
      'was',
      "it's",
      'the',
      'a',
      'my',
      'that',
      'that was',
      'kids',
      'kid',
    ],
    ...[
      'no',
      'nope',
      'smoke',
      'from',
      'somebody',
      'someone',
      'the neighbours',
      'neighbours',
      'please',
      'thank you',
      'thanks',
      'all',
      'just',
    ],
    ...['only', 'were', 'children', 'child', 'son', 'daughter', 'made', 'we', 'were', 'by'],
  ],
  unknown: [
    "don't know",
    'do not know',
    'not sure',
    'no idea',
    'cannot tell',
    "can't tell",
    "couldn't say",
    'hard to say',
    "can't see",
  ],
  calm: ['fine', "we're fine", 'no problem'],
  course: [
    ...[
      'it',
      'is',
      'was',
      'the',
      'fire',
      'smoke',
      'out',
      'is out',
      'put out',
      'we put it out',
      'bigger',
      'getting',
      'gets',
      'big',
      'i',
      'we',
    ],
    ...[
      'called',
      'have called',
      'already',
      'rang',
      'call',
      'ring',
      'phoned',
      '119',
      '110',
      '120',
      '122',
      '911',
      'fire truck',
      'fire engine',
    ],
    ...[
      'is here',
      'are here',
      'here',
      'coming',
      'are coming',
      'arrived',
      'have arrived',
      'on the way',
      'firefighters',
      'fine',
      'okay',
      'ok',
    ],
    ...[
      'now',
      'everybody',
      'everyone',
      'got out',
      'yes',
      'thank you',
      'thanks',
      'very',
      'so',
      'too',
      'still',
      'just',
      'have',
      'has',
      'been',
    ],
  ],
};
