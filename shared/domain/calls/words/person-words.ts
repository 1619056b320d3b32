/** Patterns over plain words by which people ask for a person, or want to know what became of a ticket: they say it in too many forms for a list. */
export interface PersonPatterns {
  /** For a person, whatever else is said. */
  anywhere: RegExp;
  /** For a person, when nothing else is said: 我找人修过 is none. */
  alone: RegExp;
  /** Beside a wish for anybody they are a cry for help: 快叫人来. */
  cries: RegExp;
  /** They want no person: 不用人工. */
  refused: RegExp;
  /** Beside them these say that they do it themselves. */
  themselves: readonly string[];
  /** What was filed before, and the question what became of it, in this order or the other. */
  filed: RegExp;
  became: RegExp;
}

const WANT = '(?:找|叫|要|跟|和|与|接|转|换|转给|接到|转到|给我|请|让)';
const ONE = '(?:一?[个位]|你们|您们|你|恁|那个|咱|俩|的|能|这边|这里|那边)*';
const STRONG = '(?:人工|真人|活人|大活人|接线员|话务员|坐席|座席|客服)';
const ANYBODY =
  '(?:领导|当官的|当家的|能?管事儿?的人?|主事的|负责人|负责的|说了算的|说话算数的|办事的|值班的|值班人员|值班员|工作人员|同志|主任|经理|正常人|人)';
const TALKS =
  '(?:来|过来|出来)?(?:给我|跟我|和我|同我)?(?:说(?:说)?(?:话|两句|一下|几句|句话)?|讲(?:话)?|聊(?:聊)?|谈(?:谈)?|接(?:一下)?(?:电话)?|听(?:一下)?(?:电话)?|回话|对话|沟通)?';

/** 普通话，和临淄人的说法。 */
export const PERSON_SAID_ZH: PersonPatterns = {
  anywhere: new RegExp(
    `${WANT}${ONE}${STRONG}(?!费|智能|湖|降|林|饲|喂|授|流|呼|河|工资|成本)${TALKS}|(?:不|别|不想|不愿意?|懒得|没法)(?:再)?(?:跟|和|给|对着|听)(?:你|这|个|这个|你个)*(?:机器人?|电脑|录音|智能)(?:说话?|讲话?|聊|扯|谈|啰嗦)?`,
    'gu',
  ),
  alone: new RegExp(
    `${WANT}${ONE}${ANYBODY}${TALKS}|(?:人呢|有没有人|有人没|有人吗|有人在吗)${TALKS}|有没有${ONE}${ANYBODY}|(?:别让|别叫|不让)(?:这)?机器(?:跟我|给我)?说?|(?:咋|怎么|又|老|净|全|都)是个?(?:机器人?|录音|电脑)`,
    'gu',
  ),
  cries: /(?:快|赶紧|赶快|马上|立刻|救)(?:点|去|帮我|给我)*[找叫喊来让请派]?个?人/u,
  refused:
    /(?:不用|不要|不需要|用不着|甭|别|不想|不找|先不|不必|无需)(?:再|给我|帮我|给俺)*(?:转|找|接|叫|换|要)*(?:人工|真人|接线员|坐席|座席|客服|活人)/gu,
  themselves: [
    '自己录',
    '自己说',
    '自己来',
    '自己报',
    '自己弄',
    '自助',
    '录音',
    '录',
    '留言',
    '机器',
    '跟机器说',
    '对机器说',
    '就行',
    '自个儿说',
    '自个儿录',
    '服务',
    '了',
  ],
  filed:
    /(?:单子|工单|案子|上次|上回|上个?月|上个?(?:星期|礼拜|周)|前几天|前天|昨天|那天|之前|(?:我|俺)?(?:报|反映|反应|投诉|举报|打|说|登记|提)(?:过)?(?:电话)?的(?:那个)?(?:事儿?|问题|单子|情况|电话)?|(?:我|俺)(?:那|这)个?(?:事儿?|问题|单子|工单|单))/gu,
  became:
    /到底|究竟|(?:想|帮我|给我)?(?:查查|查询|查|问问|问)(?:一下)?|(?:办|处理|弄|解决)得|(?:咋样|怎么样|怎样|啥样|如何)了?|(?:办|弄|处理|进行|走|查|修)?到(?:哪儿?|啥|什么|哪里)(?:一?步|程度|地步|了|个环节)*|(?:办|处理|解决|落实|修|弄)(?:好|完|妥)?(?:了)?(?:没有|没|吗|么)(?=$|[,啊呀呢])|有(?:没有)?(?:个)?(?:结果|信儿?|回复|消息|动静|说法|进展|下文|着落)(?:了)?(?:没有|没|吗|么)?(?=$|[,啊呀呢])|(?:啥|什么)(?:情况|进度|结果)了?|进度|进展/gu,
};

/** English. */
export const PERSON_SAID_EN: PersonPatterns = {
  anywhere:
    /\b(?:(?:want|need|like|let me|can i|may i|get|give|put|connect|transfer)\b[^,.]{0,25}\b(?:real|actual|live) (?:person|human|agent)|(?:not|don t want to|won t|refuse to) (?:talk|speak)(?:ing)? to (?:a |this |the )?(?:machine|robot|computer|recording))\b/gu,
  alone:
    /\b(?:(?:speak|talk) (?:to|with) (?:a |an |the |your |some)?(?:person|people|human|manager|boss|supervisor|operator|agent|staff|one|body|representative)|(?:get|give|put) me (?:a |an |the |your |on to )?(?:person|human|manager|boss|supervisor|operator|agent|somebody|someone)|(?:is )?any(?:body|one) there)\b/gu,
  cries: /\b(?:quick|quickly|hurry|now|help|urgent|emergency)\b/u,
  refused: /\b(?:no|don t need|do not need|don t want|without) (?:an? |any )?(?:person|agent|human|operator)\b/gu,
  themselves: ['i will do it myself', "i'll do it myself", 'myself', 'record', 'self service', 'a message', 'leave'],
  filed:
    /\bmy (?:complaint|report|ticket|case|request|issue|call)\b(?: (?:from|of) (?:last |this |the other )?[a-z]+)?|\bwhat i (?:reported|filed)\b/gu,
  became:
    /\bwhat (?:has )?(?:happened|became|become) (?:to|of|with)\b|\b(?:what s |what is )?(?:the )?status(?: of| on)?\b|\b(?:is there |do you have )?any (?:news|progress|update|result)s?(?: on| about| of| for| with)?\b|\bhow far\b|\bwhere (?:is|are)\b[^,.]{0,20}\bup to\b|\bhow is\b|\bprogress\b|\bhas\b[^,.]{0,25}\bbeen (?:handled|dealt with|processed)\b/gu,
};
