import { useQuery } from '@tanstack/preact-query';
import type { TicketView } from '#contracts/http/ticket-view.ts';
import type { PageAction } from '#contracts/pages/page-action.ts';
import { pagesAddress } from '#web/session/settings.ts';

const fetchActions = async (): Promise<readonly PageAction[]> => {
  const response = await fetch(new URL('actions.json', pagesAddress));
  if (!response.ok) throw new Error('no actions');
  return response.json();
};

/** How each command is given. It changes only when the hotline is deployed, so it is fetched once a visit. */
export const useActions = () =>
  useQuery({ queryKey: ['actions'], queryFn: fetchActions, staleTime: Number.POSITIVE_INFINITY, retry: 2 });

/** What may be done to a ticket now, of that which the roles of an audience may do: as the ticket says itself. */
export const offeredOn = (
  { actions }: Pick<TicketView, 'actions'>,
  known: readonly PageAction[],
  roles: readonly string[],
): PageAction[] =>
  actions.flatMap((name) => known.find((one) => one.name === name && one.roles.some((role) => roles.includes(role))) ?? []);
