import { signal } from '@preact/signals';
import type { Filter } from '#web/lists/followed-list.ts';
import type { Order } from '#web/lists/merged.ts';

/** What is shown of the list; it stays while somebody looks at a ticket. */
export const filter = signal<Filter>({});
export const order = signal<Order>('age');
