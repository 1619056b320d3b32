/*
 * How large DynamoDB reckons a row, and how many units a write of it costs: names and texts by their UTF-8 bytes, numbers
 * about half of their digits, 3 bytes for each list and map and 1 for each of their entries.
 * ("DynamoDB Item sizes and formats", "DynamoDB read and write operations" in its developer guide)
 */
const bytesOf = (value: unknown): number => {
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).replace('.', '').length / 2) + 1;
  if (Array.isArray(value)) return 3 + value.reduce<number>((sum, one) => sum + 1 + bytesOf(one), 0);
  return 3 + sizeOfFields(value as object, 1);
};

const sizeOfFields = (fields: object, each: number): number =>
  Object.entries(fields).reduce(
    (sum, [name, value]) => (value === undefined ? sum : sum + each + Buffer.byteLength(name) + bytesOf(value)),
    0,
  );

/** The bytes of a row. */
export const sizeOfRow = (row: object): number => sizeOfFields(row, 0);

/** The units of one write of so many bytes; twice as many within a transaction. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));
