import * as z from 'zod';

/** In which order the desk looks at tickets, whenever they were opened. */
export const Precedence = z.enum(['urgent', 'doubt', 'ordinary']);
export type Precedence = z.infer<typeof Precedence>;

/** Danger to people comes first, then what a person must ask about, then all others. */
export const precedenceOf = ({ urgent, danger }: { urgent: boolean; danger?: object | undefined }): Precedence => {
  if (urgent) return 'urgent';
  return danger === undefined ? 'ordinary' : 'doubt';
};
