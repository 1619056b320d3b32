/** Reads JSON; undefined for anything else. (What JSON.parse throws quotes the text, which may be nobody's business.) */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
