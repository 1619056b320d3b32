import type { District } from './district.ts';
import type { TicketKind } from './kinds.ts';

/** What kinds are called in each language, alone: in lists, on pages, and read back on the phone in Chinese. */
export const KIND_NAMES: Record<District['language'], Record<TicketKind, string>> = {
  zh: {
    inquiry: '咨询',
    help: '求助',
    complaint: '投诉',
    suggestion: '建议',
    whistleblowing: '举报',
    service: '点单',
    dispute: '调解',
  },
  en: {
    inquiry: 'Inquiry',
    help: 'Request for help',
    complaint: 'Complaint',
    suggestion: 'Suggestion',
    whistleblowing: 'Report of wrongdoing',
    service: 'Order of a service',
    dispute: 'Dispute',
  },
};

/** What a kind is called in a language, alone. */
export const kindName = (kind: TicketKind, language: District['language']): string => KIND_NAMES[language][kind];
