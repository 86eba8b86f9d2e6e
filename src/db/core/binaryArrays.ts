/**
 * Arrays in PostgreSQL's binary format: as text every quote in a JSON document would be escaped here and unescaped there.
 * @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/utils/adt/arrayfuncs.c `array_recv`
 */
const types = { json: 114, text: 25, timestamptz: 1184, uuid: 2950 } as const;

const headerBytes = 20;
const lengthBytes = 4;

const binaryArray = <Item>(
  type: keyof typeof types,
  items: readonly Item[],
  maxBytes: (item: Item) => number,
  write: (item: Item, bytes: Buffer, at: number) => number,
): Buffer => {
  const room = items.reduce((sum, item) => sum + lengthBytes + (item === null ? 0 : maxBytes(item)), headerBytes);
  const bytes = Buffer.allocUnsafe(room);
  bytes.writeInt32BE(1, 0); // dimensions
  bytes.writeInt32BE(items.includes(null as Item) ? 1 : 0, 4);
  bytes.writeInt32BE(types[type], 8);
  bytes.writeInt32BE(items.length, 12);
  bytes.writeInt32BE(1, 16); // the first index
  let at = headerBytes;
  for (const item of items) {
    const length = item === null ? -1 : write(item, bytes, at + lengthBytes);
    bytes.writeInt32BE(length, at);
    at += lengthBytes + Math.max(length, 0);
  }
  return bytes.subarray(0, at);
};

/** The most that a UTF-16 unit takes in UTF-8. */
const bytesPerUnit = 3;

export const textArray = (items: readonly (string | null)[], type: 'text' | 'json' = 'text'): Buffer =>
  binaryArray(
    type,
    items,
    (item) => (item ?? '').length * bytesPerUnit,
    (item, bytes, at) => bytes.write(item ?? '', at, 'utf8'),
  );

export const uuidArray = (items: readonly string[]): Buffer =>
  binaryArray(
    'uuid',
    items,
    () => 16,
    (item, bytes, at) => bytes.write(item.replaceAll('-', ''), at, 'hex'),
  );

/** PostgreSQL counts microseconds from here. */
const epochMs = Date.UTC(2000, 0, 1);

/** @param items ISO 8601; of what is finer than a millisecond nothing is kept. */
export const momentArray = (items: readonly string[]): Buffer =>
  binaryArray(
    'timestamptz',
    items,
    () => 8,
    (item, bytes, at) => bytes.writeBigInt64BE(BigInt(Date.parse(item) - epochMs) * 1000n, at) - at,
  );
