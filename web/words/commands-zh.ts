import type { CommandName } from '#domain/tickets/commands.ts';

/** What a field of a form says. `options` are the words of its values, where the district has none. */
export interface FieldWords {
  label: string;
  hint?: string;
  options?: Readonly<Record<string, string>>;
}

/** What is asked before something is done that can't be undone, and what the two answers say. */
export interface AgainWords {
  question: string;
  means: string;
  yes: string;
  no: string;
}

/** What the form of a command says. */
export interface CommandWords {
  title: string;
  button: string;
  /** Said once it is done. */
  done: string;
  /** Said with it: what comes next, and whom to ring. */
  next?: (hotline: string) => string;
  /** Asked once more before it is done, where that is asked. */
  again?: AgainWords;
  fields: Readonly<Record<string, FieldWords>>;
}

const dispatching = {
  department: { label: '承办单位' },
  kind: { label: '类型' },
  category: { label: '类别' },
};

/** The words of the commands that people give, in Chinese. A new command appears on the pages with its words here. */
export const commandsZh = {
  add: {
    title: '补充',
    button: '补充上去',
    done: '已经补充。',
    next: () => '承办单位会看到。',
    fields: { text: { label: '还想说什么' } },
  },
  rate: {
    title: '请您评价',
    button: '提交评价',
    done: '谢谢您的评价。',
    fields: {
      solved: { label: '问题解决了吗？', hint: '评价以后，这张工单就结束了。', options: { true: '解决了', false: '没有解决' } },
      stars: {
        label: '您满意吗？',
        options: {
          1: '非常不满意（1星）',
          2: '不满意（2星）',
          3: '基本满意（3星）',
          4: '满意（4星）',
          5: '非常满意（5星）',
        },
      },
      comment: { label: '还想说的话' },
    },
  },
  withdraw: {
    title: '不需要办了',
    button: '撤回这张工单',
    done: '已经撤回，这件事不再办了。',
    next: (hotline) => `以后还需要办，请再反映一次，或者拨打${hotline}。`,
    again: {
      question: '真的要撤回吗？',
      means: '撤回以后，承办单位就不办这件事了，也不能再恢复。',
      yes: '撤回，不办了',
      no: '不撤回，接着办',
    },
    fields: { reason: { label: '原因' } },
  },
  dispatch: { title: '派单', button: '派单', done: '已经派单。', fields: dispatching },
  reassign: { title: '改派', button: '改派', done: '已经改派。', fields: dispatching },
  correct: {
    title: '更正',
    button: '保存更正',
    done: '已经更正。',
    fields: {
      kind: { label: '类型' },
      category: { label: '类别' },
      area: { label: '区域' },
      urgent: { label: '紧急' },
      danger: { label: '有没有危险', options: { danger: '有', doubt: '可能有，要问清楚', none: '没有' } },
      reason: { label: '更正的原因' },
    },
  },
  accept: { title: '归本单位办理', button: '签收', done: '已经签收。', fields: {} },
  return: {
    title: '不归本单位管',
    button: '退回',
    done: '已经退回。',
    fields: { reason: { label: '退回的原因' } },
  },
  resolve: {
    title: '办好了',
    button: '办结',
    done: '已经办结。',
    fields: { outcome: { label: '办理结果', hint: '诉求人会看到这些话。' } },
  },
} satisfies Partial<Record<CommandName, CommandWords>>;

/** The words of commands in one language. */
export type CommandsWords = Readonly<Record<keyof typeof commandsZh, CommandWords>>;
