import type { Catalogue } from './catalogue.ts';

const STATES = {
  received: '已经受理，正在派单',
  dispatched: '已经派给承办单位，等待签收',
  accepted: '承办单位正在办理',
  returned: '正在重新派单',
  resolved: '已经办结，等您评价',
  closed: '已经结案',
};

/** 普通话：短句，先说事，后说键。 */
export const chinese: Catalogue = {
  greeting: ({ district, hotline, agents }) =>
    agents
      ? `您好，这里是${district}${hotline}民生热线。转人工请按0，或者不按键，稍等片刻。自助反映问题请按1，查询工单请按2，重听请按9。`
      : `您好，这里是${district}${hotline}民生热线，现在是自助服务。反映问题请按1，查询工单请按2，重听请按9。`,
  menu: ({ agents }) => `反映问题请按1，查询工单请按2，${agents ? '转人工请按0，' : ''}重听请按9。`,
  connecting: '正在为您转接人工，请稍候。',
  askKind: '咨询请按1，求助请按2，投诉请按3，建议请按4，也可以直接说。重听请按9。',
  askMatter: '请说出是什么事、在什么地方，说完请稍等。重听请按9。',
  askRecording: '请在提示音后留言，说出是什么事、在什么地方，说完请按井号键。重听请按9。',
  confirm: ({ kind, matter }) => `您反映的是${kind}：${matter}。正确请按1，重新说请按2，重听请按9。`,
  askNumber: '请按十二位工单号，也可以直接说。重听请按9。',
  numberIs: '已经登记。您的工单号是：',
  numberAgain: '再说一遍：',
  repeatIt: '重听请按9，不需要可以挂机。',
  goodbye: '感谢您的来电，再见。',
  oneMoment: '对不起，请稍等。',
  outOfOrder: '对不起，系统暂时不能办理，请您稍后再打。再见。',
  notices: {
    silent: '没有听到您的回答。',
    wrong: '对不起，没有这一项。',
    'no-agent': '现在没有人工坐席，请您自助办理。',
    'agents-busy': '坐席都在忙，请您自助办理。',
    mistyped: '这个号码有误，请再核对一下。',
    unknown: '没有查到这个工单。',
    'leave-message': '没关系，您留言就可以。',
    'not-recorded': '没有听到您的留言。',
    'taken-as-said': '已按您说的办理。',
    'will-call-back': '没有听到您的留言，我们会给您回电话。',
  },
  found: ({ state, due, provisional }) => {
    if (!due) return `您的工单${STATES[state]}。`;
    const { month, day, hour, minute } = due;
    const time = `${month}月${day}日${hour}点${minute > 0 ? `${minute}分` : ''}`;
    return `您的工单${STATES[state]}，办理期限是${time}${provisional ? '，暂定' : ''}。`;
  },
  kinds: {
    ...{ inquiry: '咨询', help: '求助', complaint: '投诉', suggestion: '建议' },
    ...{ whistleblowing: '举报', service: '点单', dispute: '调解' },
  },
  matters: { recorded: '（录音）', nothingSaid: '（来电人没有留言，请回电）' },
  heard: {
    anywhere: [
      ['人工', 'agent'],
      ['坐席', 'agent'],
      ['重听', 'repeat'],
      ['再说一遍', 'repeat'],
      ['没听清', 'repeat'],
    ],
    menu: [
      ['查询', 'look-up'],
      ['查工单', 'look-up'],
      ['反映', 'report'],
      ['报', 'report'],
      ...(['咨询', '求助', '投诉', '建议', '举报'] as const).map((word) => [word, 'report'] as const),
    ],
    kind: [
      ['咨询', 'inquiry'],
      ['求助', 'help'],
      ['投诉', 'complaint'],
      ['建议', 'suggestion'],
      ['举报', 'whistleblowing'],
      ['点单', 'service'],
      ['志愿', 'service'],
      ['调解', 'dispute'],
      ['纠纷', 'dispute'],
    ],
    confirm: [
      ['没错', 'yes'],
      ['不', 'again'],
      ['重', 'again'],
      ['错', 'again'],
      ['对', 'yes'],
      ['是', 'yes'],
      ['正确', 'yes'],
      ['好', 'yes'],
    ],
  },
};
