import type { Heard } from './catalogue.ts';
import { meaning } from './meaning.ts';

/** By which what a caller tells is kept apart from commands, from nothing at all, and from where it is. */
export interface ToldWords {
  /** Beside a command they say no more: 我要 … 一下. */
  around: readonly string[];
  /** They ask for a person wherever they are said. */
  person: readonly string[];
  /** They tell nothing: 喂, 你好. */
  noise: readonly string[];
  /** They ask whether a machine speaks. */
  machine: readonly string[];
  /** They end a call in which nothing was told. */
  leaving: readonly string[];
  /** Before and behind what is only said once more: 就是 … 那个. */
  echo: { before: readonly string[]; after: readonly string[] };
  /** They make a question of what is told. */
  asking: readonly string[];
  /** Where a ticket's number was asked for: that it is not known. */
  noNumber: Heard;
  /** An exact place ends with them: 三号楼, 村口. */
  spots: readonly string[];
  /** Only in an answer to where it is they make a place: 南马坊那边. */
  near: readonly string[];
  /** Beside the name of a town they say no more: 稷下街道办. */
  ofArea: readonly string[];
  /** Around where somebody is from who says who they are: 我是 … 的老张. The second are patterns. */
  introduction: { before: readonly string[]; after: readonly string[] };
  /** A place begins behind them. */
  at: readonly string[];
  /** What is called so is a place, in no list or in one. */
  estates: readonly string[];
}

/** 普通话，和临淄人的说法。 */
export const TOLD_ZH: ToldWords = {
  around:
    '我 俺 咱 我们 你 您 你们 我来 想 要 得 请 请问 麻烦 帮 帮忙 给 替我 能 能不能 可以 可不可以 行不行 吗 么 不好意思 对不起 劳驾 师傅 同志 姑娘 服务员 快 快点 赶紧 先 直接 一下 下 一个 个 这个 那个 的 好 行 喂 再 在吗 在不在 转 接'.split(
      ' ',
    ),
  person:
    '转人工 转接人工 接人工 找人工 叫人工 换人工 要人工 转真人 找真人 接真人 换真人 跟真人 和真人 接个活人 找个活人 转个活人 换个活人 有没有活人'.split(
      ' ',
    ),
  noise:
    '有人在吗 能听见吗 听得见吗 听见了吗 听到吗 说话呀 说话 是不是热线 是热线吗 民生热线 热线 热线吧 反映 报修 问题 事 事儿 事情 有个 有件事 问 让我 怎么说 咋说 说 来 没有 没 咳 干什么 干啥 啥 什么 听不清 没听清 等会 等会儿 等等 等一下 等一会 看看 我看看 我想想'.split(
      ' ',
    ),
  machine:
    '机器人 是机器人吗 你是机器人 是机器吗 机器 是真人吗 是人吗 录音吗 是录音吗 是不是机器人 是不是真人 电脑 真人 还是 说人话'.split(
      ' ',
    ),
  leaving: '打错了 打错 打错电话 打错电话了 没事 没事了 没啥事 没啥事了 不说了 不打了 挂了 拜拜 不用了 算了'.split(' '),
  echo: {
    before: ['就是那个', '就是', '是那', '是这'],
    after: ['那个', '那里', '那儿', '那边', '这个', '这里', '里', '儿', '个'],
  },
  asking: '怎么 咋 吗 多少 哪里 在哪 去哪 什么时候 几点 手续 需要什么 需要啥 能不能 办不办 条件 怎样'.split(' '),
  noNumber: meaning(
    'no-number',
    '忘了|忘记了|不记得|不知道|没有|没有工单号|没有号码|没记住|记不住|记不清|找不到|找不着|找不见|没给过|没给|没发|没发过|没收到|没收着|没告诉|没听清号|删了|短信|不在手边|想不起来|想不起|单号|没有单号|丢了|没有号|没带|没带着|工单号|号码|号',
  ),
  spots:
    '号楼 号院 单元 楼栋 栋 路口 路西 路东 路南 路北 门口 大门 东门 西门 南门 北门 村口 村头 东头 西头 南头 北头 村东 村西 村南 村北 庄东 庄西 对面 对过 附近 旁边 边上 后面 前面 胡同 村委会 村委 大队 广场 大集 集市 桥头 桥下 路段 中段 东段 西段 车站 站牌 路号'.split(
      ' ',
    ),
  near: '那边 那里 那儿 这边 跟前 一带 往东 往西 往南 往北 后头 前头 东边 西边 南边 北边 里头 外头'.split(' '),
  ofArea: ['办', '办事处', '政府', '辖区', '境内', '里面', '这块', '那块', '那个'],
  introduction: {
    before: ['我就是', '我是', '俺是', '咱是', '我们是', '俺们是'],
    after: ['的?[老小](?![区街路庄桥])\\p{Script=Han}', '的(?:村民|居民|业主|住户|群众|人|老百姓)?', '(?:村民|居民|业主|住户)'],
  },
  at: ['就在', '在', '我在', '我家在', '我住在', '我住', '我家住', '位于', '地点在', '地址是', '地点是'],
  estates: ['小区', '花园', '家园', '嘉园', '公寓', '新村', '家属院', '大院', '新城', '大厦', '路', '大道', '大街'],
};

/** English. */
export const TOLD_EN: ToldWords = {
  around:
    "i i'd i'll me my a an the to want would like need please can could may you for us we it this let just some now sorry hello hi ok okay of there is one talk speak".split(
      ' ',
    ),
  person: [
    ...['speak to a person', 'talk to a person', 'speak to someone', 'talk to someone', 'talk to somebody', 'speak to somebody'],
    ...['real person', 'real human', 'human being', 'speak to an agent', 'talk to an agent', 'speak to an operator'],
  ],
  noise:
    'hello|hi|hey|are you there|anybody there|anyone there|can you hear me|is this the hotline|the hotline|hotline|report|problem|a matter|matter|issue|something|about|have|got|let me think|think|have a|good morning|good evening|make|file|say|question'.split(
      '|',
    ),
  machine: ['robot', 'are you a robot', 'machine', 'are you a machine', 'are you real', 'are you human', 'a recording'],
  leaving: ['wrong number', 'never mind', 'nothing', 'bye', 'goodbye', 'forget it'],
  echo: { before: ['that is', "that's"], after: ['there', 'the one'] },
  asking: ['how', 'where', 'when', 'what time', 'how much', 'can i', 'do i need', 'which'],
  noNumber: meaning('no-number', "forgot|lost|don't know|do not know|don't have|do not have|no number|number|can't find|ticket"),
  spots: ['building', 'gate', 'crossing', 'corner', 'entrance', 'opposite', 'next to', 'school', 'museum', 'unit', 'number'],
  near: ['over there', 'around'],
  ofArea: ['area', 'town hall'],
  introduction: { before: [], after: [] },
  at: ['at', 'in front of', 'by', 'near'],
  estates: [],
};
