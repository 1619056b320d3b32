import { operations } from '#contracts/http/operations.ts';
import { httpEvent, type Sent, usualRequest } from './http-event.ts';
import { seededHotline } from './seeded-hotline.ts';

/** A status, or the code of the refusal. */
export type Outcome = number | string;

export const ROLE = 'role-not-allowed';
export const UNKNOWN = 'ticket-unknown';
export const NOT_YOURS = 'department-not-yours';

/** The contract of an operation. Throws when there is none of that name. */
export const contractOf = (name: string) => {
  const contract = operations.find((operation) => operation.name === name);
  if (!contract) throw new Error(`there is no operation ${name}`);
  return contract;
};
/** Every operation. */
export const names = operations.map(({ name }) => name);
/** A request with other parameters in its path. */
export const withParams = (sent: Sent, params: Record<string, string>): Sent => ({
  ...sent,
  params: { ...sent.params, ...params },
});

/** A hotline of its own for each request, with the state before it, to see what a refusal left behind. */
export const tryOut = async (name: string, claims?: Record<string, unknown>, change: (sent: Sent) => Sent = (sent) => sent) => {
  const hotline = await seededHotline();
  const before = JSON.stringify([hotline.store.allTickets(), hotline.store.allEvents()]);
  const sent = change(usualRequest(name));
  const { status, body, code } = await hotline.send(name, httpEvent(contractOf(name), sent, claims));
  const after = JSON.stringify([hotline.store.allTickets(), hotline.store.allEvents()]);
  return { outcome: code ?? status, status, body, isUntouched: before === after, hotline };
};
