import { describe, expect, it } from 'vitest';
import { choiceIn } from '#domain/calls/choices.ts';
import type { Question } from '#domain/calls/state.ts';
import type { YesNoWords } from '#domain/calls/words/catalogue.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { LANGUAGES, linzi } from './call-in-linzi.ts';

describe('what was said', () => {
  const at = (question: Question, language: 'zh' | 'en') => ({ question, language, areaPage: 0 });
  it.each([
    ['menu', '我要查询工单', 'look-up'],
    ['menu', '反映问题', 'report'],
    ['menu', '一。', 'report'],
    ['menu', '二', 'look-up'],
    ['menu', '转人工', 'agent'],
    ['menu', '嗯', undefined],
    ['confirm', '对', 'yes'],
    ['confirm', '是的', 'yes'],
    ['confirm', '没错', 'yes'],
    ['confirm', '不对', 'again'],
    ['confirm', '我要重新说', 'again'],
    ['confirm', '重听', 'repeat'],
    ['matter', '重听', 'repeat'],
    ['matter', '转人工。', 'agent'],
    ['matter', '我没听清', 'repeat'],
    ['matter', '对面的重听按钮坏了', undefined],
    ['matter', '九', undefined],
    ['place', '不知道', 'skip'],
    ['place', '不知道什么路的路口', undefined],
    ['stars', '不满意', '2'],
    ['stars', '非常满意', '5'],
    ['stars', '五分', '5'],
    ['stars', '打三分吧', '3'],
    ['stars', '不太满意', '2'],
    ['stars', '不是很满意', '2'],
    ['stars', '不怎么满意', '2'],
    ['stars', '很不满意', '1'],
    ['stars', '比较满意', '4'],
    ['stars', '一般', '3'],
    ['stars', '差不多吧', '3'],
    ['stars', '太差了', '1'],
    ['stars', '好的', undefined],
    ['solved', '没有解决', 'no'],
    ['solved', '解决了一半', 'no'],
    ['solved', '嗯', 'yes'],
    ['area', '按一', 'wenshao'],
    ['area', '第二个', 'xuegong'],
    ['area', '五', 'more'],
    ['area', '都不是', 'more'],
    ['place', '二', 'skip'],
    ['place', '没有', 'skip'],
    ['place', '二号楼', undefined],
    ['confirm', '没问题', 'yes'],
    ['confirm', '可以', 'yes'],
    ['confirm', '不可以', 'again'],
    ['menu', '我要找人说话', 'agent'],
    ['menu', '接线员', 'agent'],
    ['menu', '重复一遍', 'repeat'],
    ['menu', '查一下我的工单', 'look-up'],
    ['menu', '请说英语', 'language'],
    ['menu', '英语培训班不退费', undefined],
    ['menu', '暖气坏了，找人来修', undefined],
    ['menu', '工程进度太慢', undefined],
    ['stars', '不用了', undefined],
    ['stars', '不太令人满意', '2'],
    ['stars', '没有满意', '2'],
    ['stars', '没啥不满意的', '4'],
    ['stars', '非常不满', '1'],
    ['solved', '还是老样子', 'no'],
    ['solved', '好了两天又坏了', 'no'],
    ['solved', '谁说解决了', 'no'],
    ['solved', '解决了，没问题', 'yes'],
    ['solved', '没再漏', 'yes'],
    ['confirm', '不用保密', 'yes'],
    ['confirm', '对不起，我没听懂', 'repeat'],
    ['confirm', '行', 'yes'],
    ['confirm', '不行', 'again'],
    ['greeting', '你好我想反映个问题', undefined],
    ['greeting', '自助', 'self-service'],
    ['stars', '不特别满意', '2'],
    ['stars', '没什么不满意的', '4'],
    ['stars', '还不错', '4'],
    ['menu', '一般', undefined],
    ...['好了不堵了', '修好了', '不堵了', '没问题了', '早就好了', '嗯，解决了谢谢啊', '路灯亮了', '水来了', '不漏了'].map(
      (said) => ['solved', said, 'yes'] as [Question, string, string],
    ),
    ...['没有', '没呢', '还没弄', '没人来修', '来看了没修', '修了又坏了', '还那样', '更严重了', '还没解决呢'].map(
      (said) => ['solved', said, 'no'] as [Question, string, string],
    ),
    ...['你谁啊', '你哪里', '喂', '什么事', '我还没回家呢', '我不知道', '解决了吗', '应该解决了吧', '等会再打'].map(
      (said) => ['solved', said, undefined] as [Question, string, undefined],
    ),
    // A machine that answers the telephone rates nothing.
    ['solved', '您好，如果您说出姓名和来电原因，我会看看对方是否方便接听', undefined],
    ['solved', '您拨打的电话暂时无法接通', undefined],
    ['stars', '太好了', '5'],
    ['stars', '一百分', '5'],
    ['stars', '不孬', '4'],
    ['confirm', '我要跟真人说话', 'agent'],
    ['confirm', '帮我转人工', 'agent'],
    ['confirm', '你说什么', 'repeat'],
    ['confirm', '就这些', 'yes'],
    ['confirm', '没说错', 'yes'],
    ['confirm', '得嘞', 'yes'],
    ['confirm', '再念一遍', 'repeat'],
    ['confirm', '我再想想', undefined],
    ['confirm', '说的对', 'yes'],
    ['confirm', '不需要匿名', 'yes'],
    ['in-danger', '应该没有吧', undefined],
    ['in-danger', '有什么危险', undefined],
  ] as [Question, string, string | undefined][])('at %s: %s means %s', (question, speech, choice) => {
    expect(choiceIn(at(question, 'zh'), { speech }, linzi)).toBe(choice);
  });

  it.each(LANGUAGES)('in %s is what its catalogue says: no word hides another', (language) => {
    const { heard } = catalogueOf(language);
    const answersOf = ({ yes, yesAlone, no, noAlone }: YesNoWords, noIs = 'no') => [
      ...[...yes, ...yesAlone].map((word) => [word, 'yes'] as const),
      ...[...no, ...noAlone].map((word) => [word, noIs] as const),
    ];
    const lists = {
      menu: heard.menu,
      confirm: answersOf(heard.confirm, 'again'),
      'in-danger': answersOf(heard.danger),
      solved: answersOf(heard.solved),
      stars: heard.stars,
      area: heard.area,
      place: heard.place,
    };
    for (const [question, words] of Object.entries(lists)) {
      for (const [word, choice] of [...words, ...heard.anywhere]) {
        expect([question, word, choiceIn(at(question as Question, language), { speech: word }, linzi)]).toEqual([
          question,
          word,
          choice,
        ]);
      }
    }
  });

  it.each([
    ['confirm', 'Yes, that is right.', 'yes'],
    ['confirm', 'No!', 'again'],
    ['confirm', 'I know', undefined],
    ['menu', 'look up a ticket', 'look-up'],
    ['menu', 'one', 'report'],
    ['stars', 'very satisfied', '5'],
    ['stars', 'not very satisfied', '2'],
    ['stars', 'not bad', '4'],
    ['stars', 'four stars', '4'],
    ['solved', "No, it isn't solved", 'no'],
    ['solved', "It isn't fixed", 'no'],
    ['solved', 'yes it is fixed', 'yes'],
    ['confirm', "That isn't right", 'again'],
    ['area', 'number two', 'xuegong'],
    ['area', 'another one', 'more'],
    ['place', 'I do not know', 'skip'],
  ] as [Question, string, string | undefined][])('at %s: %s means %s', (question, speech, choice) => {
    expect(choiceIn(at(question, 'en'), { speech }, linzi)).toBe(choice);
  });
});
