import type { TelephoneHome } from './home.ts';
import { readTelephone } from './read-telephone.ts';
import type { Telephone } from './telephone.ts';
import { isWithheld } from './withheld.ts';

/** The other end of a call: a telephone, a number that is withheld, or nobody's telephone, such as an extension. */
export type Caller = { is: 'telephone'; telephone: Telephone } | { is: 'withheld' } | { is: 'nobody' };

/** `"Name" <sip:user;parameters@host;parameters>`, of which most may be left out. */
const ADDRESS = /^(?:.*<)?(?:(sips?|tel):)?([^@<>]*)(?:@([^;<>]*))?(.*)$/su;

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const partsOf = (address: string) => {
  const [, scheme, before = '', host, after = ''] = ADDRESS.exec(address.trim().toLowerCase()) ?? [];
  const [user = '', ...parameters] = before.split(';');
  const all = [...parameters, ...after.split(/[;>]/)];
  const context = all.find((one) => one.startsWith('phone-context='))?.slice('phone-context='.length);
  return { scheme, user: unescaped(user), host: host?.replace(/:\d+$/, ''), context: context && unescaped(context) };
};

/** No number that is whole without an area code is shorter; what is, is a number of the exchange alone. */
const SHORTEST_WHOLE = 10;

/** What an exchange calls a number. That of another one can't know what is dialled here, so that only a whole number counts. */
const atExchange = (user: string, exchange: string, home: TelephoneHome): Telephone | undefined => {
  const own = home.exchanges?.find(({ host }) => host === exchange);
  if (own && /^\d{1,6}$/.test(user)) return readTelephone(own.prefix + user, home);
  if (own || user.startsWith('+') || user.replace(/\D/g, '').length >= SHORTEST_WHOLE) return readTelephone(user, home);
  return undefined;
};

const telephoneOf = ({ user, host, context }: ReturnType<typeof partsOf>, home: TelephoneHome): Telephone | undefined => {
  // RFC 3966: a number that is not global is one of its context, a prefix or somebody's domain.
  if (context !== undefined && !user.startsWith('+')) {
    return context.startsWith('+') ? readTelephone(context + user, home) : atExchange(user, context, home);
  }
  if (host !== undefined) return atExchange(user, host, home);
  // Some carriers leave the + out.
  return readTelephone(user, home) ?? (/^[1-9]\d{10,14}$/.test(user) ? readTelephone(`+${user}`, home) : undefined);
};

/** Who is at the other end, by what a provider says: a number in any form, or a SIP or tel address. */
export const callerIn = (address: string, home: TelephoneHome): Caller => {
  const parts = partsOf(address);
  if (isWithheld(parts.user) || parts.host === 'anonymous.invalid') return { is: 'withheld' };
  const telephone = telephoneOf(parts, home);
  return telephone === undefined ? { is: 'nobody' } : { is: 'telephone', telephone };
};
