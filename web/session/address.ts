/** What stands in the braces of a path, by its name. */
export type Place = Readonly<Record<string, string>>;

/** Long enough for a number, and nothing but what stands in one; whether it is right the API says. */
const NUMBER = /^[\p{L}\p{N}\s-]{12,40}$/u;

/** These are no names in an address: they lead to another one. */
const ELSEWHERE = new Set(['', '.', '..']);

/** The first name in a path of which what is to stand there can't be part of an address, or can't be a ticket's number. */
export const faultIn = (path: string, place: Place): string | undefined =>
  [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .find((name) => {
      const part = place[name] ?? '';
      return ELSEWHERE.has(part) || !part.isWellFormed() || (name === 'number' && !NUMBER.test(part));
    });

/** A path of a contract with its braces filled. */
export const filledPath = (path: string, place: Place): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(place[name] ?? ''));
