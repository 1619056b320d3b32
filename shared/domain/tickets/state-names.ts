import type { District } from '#domain/district/district.ts';
import type { TicketState } from './states.ts';

const names: Record<District['language'], Record<TicketState, string>> = {
  zh: {
    received: '已受理',
    dispatched: '已派单',
    accepted: '办理中',
    returned: '已退单',
    resolved: '已办结',
    closed: '已结案',
    withdrawn: '已撤回',
  },
  en: {
    received: 'Received',
    dispatched: 'Dispatched',
    accepted: 'Accepted',
    returned: 'Returned',
    resolved: 'Resolved',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
};

/** What a state is called in a language, alone. */
export const stateName = (state: TicketState, language: District['language']): string => names[language][state];
