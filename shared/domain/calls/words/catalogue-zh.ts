import { KIND_NAMES } from '#domain/district/kind-names.ts';
import type { TicketState } from '#domain/tickets/states.ts';
import type { Catalogue } from './catalogue.ts';
import { EMERGENCY_ZH } from './emergency-words.ts';
import { HURRY_ZH } from './hurry-words.ts';
import { meaning } from './meaning.ts';
import { OWN_ZH } from './own-words.ts';
import { PERSON_SAID_ZH } from './person-words.ts';
import { RETELL_ZH } from './retell-words.ts';
import { SECRECY_ZH } from './secrecy-words.ts';
import { STARS_ALONE_ZH, STARS_ZH } from './stars-words.ts';
import { TOLD_ZH } from './told-words.ts';
import { CANCEL, CONFIRM, DANGER, DROP, FALSE_ALARM, FILLERS, PARTICLES, SOLVED } from './yes-no-zh.ts';

const STATES = {
  received: '已经受理，正在派单',
  dispatched: '已经派给承办单位，等待签收',
  accepted: '承办单位正在办理',
  returned: '正在重新派单',
  resolved: '已经办结，等您评价',
  closed: '已经结案',
  withdrawn: '已经按您的要求撤回',
} satisfies Record<TicketState, string>;

/** 08:30 as it is said. */
const clock = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour}点${minute > 0 ? `${minute}分` : ''}`;
};

/** 普通话：短句，先说事，后说键。 */
export const chinese: Catalogue = {
  hello: ({ district }) => `您好，${district}民生热线，通话会录音。`,
  agentsFirst: '马上转接人工，您可以先说什么事。自助服务请按1，重听按9。',
  menu: ({ agents, repeats }) =>
    `查工单按2，${agents ? '转人工按0，' : ''}${repeats ? '重听按9' : '评价按3'}。请问什么事？在哪里？`,
  inThisLanguage: '普通话请按8。',
  connecting: '正在为您转接人工。',
  askMatter: '请说是什么事，在哪里。',
  askWhere: '哪个镇、哪个街道？什么位置？',
  askArea: ({ choices, more }) =>
    `请说在哪个镇、哪个街道，或者按键：${choices.map((name, n) => `${name}按${n + 1}`).join('，')}${more ? `，其他按${choices.length + 1}` : ''}。`,
  askWhichArea: ({ choices: [first = '', ...others] }) =>
    others.length === 0
      ? `您说的是${first}吗？是请按1，不是按2。`
      : `请问是哪里？${[first, ...others].map((name, n) => `${name}按${n + 1}`).join('，')}，都不是按${others.length + 2}。`,
  where: (parts) => parts.join(''),
  askPlace: ({ area }) => `${area && `${area}。`}请说具体地点，说不清请按2。`,
  askRecording: '请在提示音后留言：什么事，在哪里。说完请按井号键。',
  confirm: ({ kind, matter, where, secrecy }) => {
    const told = `${kind}：${matter}。${where && `地点：${where}。`}`;
    if (secrecy !== undefined) return `${told}${secrecy === 'confidential' ? '按保密办理' : '按匿名办理'}，对按1，重说按2。`;
    return `${told}对按1，重说按2，名字保密按3。`;
  },
  askDrop: '要取消这次反映吗？取消请按1，不取消请按2。',
  askNumber: '请按十二位工单号或更长的号码，再按井号键，也可以直接说。',
  askNumberToRate: '请按要评价的十二位工单号或更长的号码，再按井号键，也可以直接说。',
  callBack: ({ district, hotline, tail }) => `您好，这里是${district}${hotline}民生热线回访。您尾号${tail}的工单已经办结。`,
  askSolved: ({ repeats }) => `问题解决了请按1，没有解决请按2${repeats ? '，重听请按9' : ''}。`,
  askStars: '请打分：非常满意按5，满意按4，基本满意按3，不满意按2，很不满意按1。',
  rated: '已经记下您的评价。谢谢您，再见。',
  dutyCall: ({ district, hotline }) => `您好，这里是${district}${hotline}民生热线，找值班人员。有一件急事，工单号是：`,
  dutyMatter: ({ where, matter }) => `地点：${where}。${matter === undefined ? '内容保密，请登录系统查看' : `事情：${matter}`}。`,
  dutyMore: ({ more }) => `另有${more}件急事也在等人处置，请登录系统查看，按1一并由您接办。`,
  askDuty: '接办请按1，重听请按9。',
  dutyTaken: '已记录由您接办，谢谢您。请马上联系处置，并在系统里签收。再见。',
  dutyOver: {
    yours: () => '已记录由您接办这件事。',
    taken: (by) => `这件事已经有人接办：${by}。不用您处理了。`,
    accepted: () => '承办单位已经签收这件事，不用您处理了。',
    withdrawn: () => '反映人已经撤回这件事，不用您处理了。',
    closed: () => '这件事已经办结，不用您处理了。',
    over: () => '这件事现在不用您处理了。',
  },
  transferring: ({ emergencyNumber }) => `正在为您转接${emergencyNumber}，请不要挂机。`,
  askWhereabouts: '请说现在的地点。',
  askDanger: '有人有危险吗？有请说有，或按1；没有请说没有，或按2。',
  addedToEarlier: '已经记下，并入这个号码今天的一张工单，一定会有人处理。',
  numberIs: '登记好了。您的工单号是：',
  confidential: '已按保密办理，承办单位不知道您是谁。',
  anonymous: '已按匿名办理。',
  numberAgain: '再说一遍：',
  numberBySms: '工单号也会发短信给您。',
  goodbye: '感谢您的来电，再见。',
  oneMoment: '对不起，请稍等。',
  leaveMessageNow: '对不起，系统正忙。请在提示音后留言：什么事，在哪里。说完请按井号键。',
  messageKept: '您的留言已经记下，我们会尽快办理。再见。',
  outOfOrder: '对不起，系统暂时不能办理，请您稍后再打。再见。',
  stillWaiting: '坐席正忙，请稍候。',
  notices: {
    silent: '没有听到您的回答。',
    wrong: '对不起，没有听明白。',
    'go-ahead': '您请说。',
    'is-machine': '我是自动接听，您说的会有人看。',
    'no-number': '没有号码，可以说是什么事，或者上班时间找人工查。',
    'nothing-filed': '好的，没有登记。',
    'agents-busy': '坐席都在忙。',
    mistyped: '这个号码有误，请再核对一下。',
    unknown: '没有查到这个工单。',
    'not-yours': '请用反映问题时的电话来评价，或者转人工。',
    'leave-message': '没关系，您留言就可以。',
    'not-recorded': '没有听到您的留言。',
    'message-taken': '您的留言已经记下。',
    'not-danger': '好的，按一般事项登记。有人有危险请马上说。',
    dropped: '已经取消，没有登记。',
    'not-dropped': '可能有人有危险，我们先登记下来。',
    changed: '已经改好。',
    'kept-secret': '好的，会保密。',
    'taken-as-said': '已按您说的办理。',
    added: '已经补上。',
    'own-life': '您不是一个人。您可以拨打心理援助热线幺二三五六，或者幺二零，有人愿意听您说。',
    'will-call-back': '没有听到您的留言，我们会给您回电话。',
  },
  fromTo: (from, to) => `${clock(from)}到${clock(to)}`,
  noAgent: ({ everyDay, hours, rings }) =>
    `现在没有人工坐席，${everyDay ? '每天' : '工作日'}${hours.join('、')}有人。${rings ? '您可以先说是什么事；直接挂机，到时我们给您回电话。' : '请先说是什么事。'}`,
  danger: ({ emergencyNumber }) => `如果有人有危险，请马上挂机，拨打${emergencyNumber}。我们已经按紧急情况登记。`,
  found: ({ state, due, provisional }) => {
    if (!due) return `您的工单${STATES[state]}。`;
    const { month, day, hour, minute } = due;
    const time = `${month}月${day}日${hour}点${minute > 0 ? `${minute}分` : ''}`;
    return `您的工单${STATES[state]}，办理期限是${time}${provisional ? '，暂定' : ''}。`;
  },
  states: STATES,
  own: OWN_ZH,
  kinds: KIND_NAMES.zh,
  matters: {
    recorded: '（录音）',
    nothingSaid: '（来电人没有留言，请回电）',
    takenBack: '来电人说没有人有危险',
    saidAgain: '来电人再次说有人有危险',
    saidLater: '来电人后来说明',
    saidSolved: '回访时说已经解决，没有打分',
    saidUnsolved: '回访时说没有解决，没有打分',
    cutOff: '（系统故障时来电，请听录音或回电）',
  },
  heard: {
    ...TOLD_ZH,
    anywhere: [
      // Only these alone are heard, so the usual ways to say it stand here.
      ...meaning(
        'agent',
        '人工|转人工|我要人工|我要转人工|请转人工|人工服务|人工客服|坐席|接线员|话务员|找客服|转客服|找人说话|真人|找真人|跟真人说话|我要跟真人说话|帮我转人工|找人工|我要找人工|有没有人|有人吗|有人没|有人接吗|活人|接个活人|有没有活人|找个人|找个人说|找个人给我说|跟人说|跟人说话|和人说话|找接线员|找坐席',
      ),
      ...meaning(
        'repeat',
        '什么|说什么|啥|说啥|听不懂|再说一次|说慢一点|你说什么|你说啥|再念一遍|慢点说|说慢点|大点声|大声点|重听|再说一遍|重复一遍|没听清|没听清楚|我没听清|听不清|听不见|你再说一遍|请再说一遍|没听见|没听懂|没听明白',
      ),
      ...meaning('language', 'english|english please|英语|英文|说英文|说英语|讲英语|英语服务'),
    ],
    greeting: [['自助', 'self-service']],
    menu: [
      ...meaning('look-up', '查询|查工单|查一下|查查|查单子|工单|单子|工单进度|进度|查|查一下工单|查一下我的工单|查进度'),
      ...meaning('rate', '评价|打分|打个分|评价工单'),
      ...meaning('report', '反映|报修|反映问题|反映个问题|反映一个问题|反映个事|反映个事儿|反映一件事'),
    ],
    fillers: FILLERS,
    particles: PARTICLES,
    confirm: CONFIRM,
    danger: DANGER,
    solved: SOLVED,
    falseAlarm: FALSE_ALARM,
    emergency: EMERGENCY_ZH,
    personSaid: PERSON_SAID_ZH,
    themselves: [
      '我',
      '我自己',
      '是我',
      '就我',
      '就是我',
      '我本人',
      '我一个人',
      '俺',
      '俺自己',
      '嗯',
      '嗯嗯',
      '有点',
      '有一点',
      '有些',
      '算是',
    ],
    hurry: HURRY_ZH,
    retell: RETELL_ZH,
    cancel: CANCEL,
    drop: DROP,
    secrecy: SECRECY_ZH,
    kind: [
      ['咨询', 'inquiry'],
      ['投诉', 'complaint'],
      ['举报', 'whistleblowing'],
      ['建议', 'suggestion'],
      ['点单', 'service'],
      ['志愿', 'service'],
      ['调解', 'dispute'],
      ['纠纷', 'dispute'],
      ['求助', 'help'],
    ],
    stars: STARS_ZH,
    starsAlone: STARS_ALONE_ZH,
    area: [...meaning('more', '其他|别的|都不是|没有')],
    place: [
      ...meaning(
        'skip',
        '说不清|不清楚|也说不清|说不上来|说不好|真说不好|说不准|不好说|不知道|不晓得|没有|没有了|跳过|过|没有具体地点|没有具体位置|没有具体地址|没具体地点|没有具体的|没有地址|没地址|没有地点|没有位置|刚才不是说了|刚才说了|刚才说过了|刚才都说了|刚说了|刚说过|已经说了|已经说过了|不是说了|不是说过了|不都说了|前面说了|前面说过了|说过了|都说了',
      ),
    ],
  },
};
