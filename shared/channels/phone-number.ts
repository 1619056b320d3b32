/** Providers spell out why they give no number on the keypad: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE. */
const WITHHELD = ['266696687', '7378742833', '2562533', '8656696', '86282452253'];

/** The number that a provider names, if it is one: of a SIP or tel address its user part; undefined when it is withheld. */
export const phoneOf = (address: string): string | undefined => {
  const number = /^(?:sips?:|tel:)?(\+?\d{3,18})(?:[@;].*)?$/.exec(address.replace(/[\s-]/g, ''))?.[1];
  return number === undefined || WITHHELD.includes(number.replace('+', '')) ? undefined : number;
};
