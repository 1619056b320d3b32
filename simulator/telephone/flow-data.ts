/** What a flow knows while it runs, as its JSON paths name it. */
export interface FlowData {
  attributes: Record<string, string>;
  /** What the function that was invoked last answered. */
  external: Record<string, string>;
  lexAttributes: Record<string, string>;
  storedInput: string | undefined;
}

/** A flow's data at its beginning. */
export const nothingYet = (): FlowData => ({ attributes: {}, external: {}, lexAttributes: {}, storedInput: undefined });

/** A value: what stands in the flow, or what its path leads to now. Throws for a path that the stand-in does not know. */
export const lookUp = (value: string, data: FlowData): string | undefined => {
  if (!value.startsWith('$.')) return value;
  if (value === '$.StoredCustomerInput') return data.storedInput;
  const [, space, name = ''] = /^\$\.(External|Attributes|Lex\.SessionAttributes)\.([\w-]+)$/.exec(value) ?? [];
  switch (space) {
    case 'External':
      return data.external[name];
    case 'Attributes':
      return data.attributes[name];
    case 'Lex.SessionAttributes':
      return data.lexAttributes[name];
    default:
      throw new Error(`the stand-in knows no ${value}`);
  }
};

/** The same, where there must be something. */
export const needed = (value: string, data: FlowData): string => {
  const found = lookUp(value, data);
  if (found === undefined) throw new Error(`${value} is needed here, and is not there`);
  return found;
};

/** What an answer of a function may weigh. */
const MOST_BYTES = 32 * 1024;

/** Takes what a function answered, which must be a flat map of text. */
export const stringMap = (answer: unknown): Record<string, string> => {
  const isFlat =
    typeof answer === 'object' && answer !== null && Object.values(answer).every((value) => typeof value === 'string');
  if (!isFlat) throw new Error(`a function answers a flat map of text, not ${JSON.stringify(answer)}`);
  if (Buffer.byteLength(JSON.stringify(answer)) > MOST_BYTES) throw new Error('a function answers 32 KB at most');
  return answer as Record<string, string>;
};

/** Whether a condition holds. Throws for an operator that the stand-in does not know. */
export const holds = (operator: string, value: string, operand: string): boolean => {
  switch (operator) {
    case 'Equals':
      return value === operand;
    case 'TextStartsWith':
      return value.startsWith(operand);
    case 'NumberGreaterThan':
      return Number(value) > Number(operand);
    default:
      throw new Error(`the stand-in compares nothing by ${operator}`);
  }
};
