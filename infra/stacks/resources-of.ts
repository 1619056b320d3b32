import type { Resources } from '#infra/constructs/resources.ts';
import type { DataStack } from './data-stack.ts';
import type { EventsStack } from './events-stack.ts';

/** All that functions touch through their ports, from the two stacks that hold it. */
export const resourcesOf = (
  { tickets, figures, recordings, secret }: DataStack,
  { phone: { callBacks, recordings: madeRecordings, parkedCalls } }: EventsStack,
): Resources => ({ tickets, figures, recordings, callBacks, madeRecordings, parkedCalls, secret });
