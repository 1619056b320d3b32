const [FEWEST_DIGITS, MOST_DIGITS] = [12, 20];

/**
 * The number of a ticket in what was typed or pasted, also with words around it: 工单号：LZ261123048217. What has no such number,
 * or several, stays as it is, and the API says what is wrong with it.
 */
export const numberTyped = (typed: string): string => {
  const text = typed.normalize('NFKC').trim();
  if (/^[A-Za-z]{2}[\s\d-]+$/.test(text)) return text;
  const found = [...text.matchAll(/((?<![A-Za-z])[A-Za-z]{2})?(\d[\d\s-]*)/g)]
    .map(([, letters = '', digits = '']) => letters + digits.replace(/\D/g, ''))
    .filter((number) => {
      const { length } = number.replace(/\D/g, '');
      return FEWEST_DIGITS <= length && length <= MOST_DIGITS;
    });
  const [only] = new Set(found);
  return only !== undefined && new Set(found).size === 1 ? only : text;
};
