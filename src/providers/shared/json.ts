/** May hold a number with more digits than a double keeps. A miss would change digits; a hit only costs time. */
const longNumber = /[:,[\s]-?(?:\d{16}|\d[\d.]{18}|\d[\d.]*[eE]\+?\d{3})/;

/** A double holds 17 significant digits of any number, and more of none. */
const isExact = (value: number, source: string): boolean => {
  if (!Number.isFinite(value)) return false;
  if (/^-?\d+$/.test(source)) return String(value) === source || BigInt(source) === BigInt(value);
  const significant = source
    .replace(/[eE].*$/, '')
    .replaceAll(/\D/g, '')
    .replace(/^0+/, '');
  return significant.length <= 17;
};

const keepDigits = (_key: string, value: unknown, { source }: { source?: string }): unknown =>
  typeof value === 'number' && source !== undefined && !isExact(value, source) ? source : value;

// TypeScript's library does not know the third argument yet.
type Reviver = Parameters<typeof JSON.parse>[1];

/** As `JSON.parse`, but a number that would lose digits (serial numbers, ids) stays the text that was sent. @throws SyntaxError */
export const parseJson = (text: string): unknown =>
  longNumber.test(text) ? JSON.parse(text, keepDigits as Reviver) : JSON.parse(text);
