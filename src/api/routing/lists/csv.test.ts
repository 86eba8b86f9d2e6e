import { array, assert, constantFrom, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { csvHead, csvLines } from './csv.ts';

const textOf = (rows: Record<string, unknown>[], columns: string[]): string =>
  csvLines(rows, { columns, delimiter: 'comma' });
const frenchCellOf = (value: unknown): string => csvLines([{ value }], { columns: ['value'], delimiter: 'semicolon' });
const cellOf = (value: unknown): string => textOf([{ value }], ['value']).slice(0, -2);

test.each([
  ['=1+1', "'=1+1"],
  ['+1 514 555-1234', "'+1 514 555-1234"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\r=1', `"'\r=1"`],
  ['\n', `"'\n"`],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['+15145551234', '+15145551234'],
  ['-12.5', '-12.5'],
  ['+15145551234+1', "'+15145551234+1"],
  ['+', "'+"],
  ['-1.', "'-1."],
  ['-1e5', "'-1e5"],
  ['anonymous', 'anonymous'],
  ['sip:a@b.example', 'sip:a@b.example'],
  ['Ça déborde, vite!', '"Ça déborde, vite!"'],
  ['two\nlines', '"two\nlines"'],
  [' kept ', ' kept '],
  [-12.5, '-12.5'],
  [0, '0'],
  [true, 'true'],
  [false, 'false'],
  [null, ''],
  [undefined, ''],
  ['', ''],
  [['=a', 'b'], '"[""=a"",""b""]"'],
  [{ a: 1 }, '"{""a"":1}"'],
])('%j is %j', (value, expected) => {
  expect(cellOf(value)).toBe(expected);
});

test.each([
  [12.15, '12,15'],
  [-0.5, '-0,5'],
  [1_234_567.8901, '1234567,8901'],
  [12, '12'],
  [1e-7, '1e-7'],
  [1.5e-7, '1,5e-7'],
  // Not numbers: an address, a version, JSON.
  ['12.15', '12.15'],
  [{ a: 1.5 }, '"{""a"":1.5}"'],
])('with semicolons %j is %j', (value, expected) => {
  expect(frenchCellOf(value)).toBe(`${expected}\r\n`);
});

test('the file begins with a byte order mark and the names; lines end as Excel wants it', () => {
  const comma = { columns: ['a', 'b;c'], delimiter: 'comma' } as const;
  const semicolon = { ...comma, delimiter: 'semicolon' } as const;
  expect(csvHead(comma)).toBe('\uFEFFa,b;c\r\n');
  expect(csvHead(semicolon)).toBe('\uFEFFa;"b;c"\r\n');
  const rows = [{ 'b;c': '1;2', a: 'x' }];
  expect(csvLines(rows, comma)).toBe('x,1;2\r\n');
  expect(csvLines(rows, semicolon)).toBe('x;"1;2"\r\n');
  expect(csvLines([], comma)).toBe('');
});

/** RFC 4180, as strictly as it says. */
const parse = (text: string): string[][] => {
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy);
  const lines: string[][] = [[]];
  let end = 0;
  for (const { 0: all, 1: quoted, 2: bare = '', 3: after, index } of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (after === '\r\n') lines.push([]);
    end = index + all.length;
  }
  expect(end).toBe(text.length);
  return lines.slice(0, -1);
};

const nasty = string({
  unit: constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ',', ';', '"', ' ', '.', '1', 'é'),
});
const startsFormula = /^(?:\s*[=+\-@＝]|[\t\r\n])/;
const isNumber = /^[+-]\d+(?:\.\d+)?$/;

test('whatever the text: it comes back, and runs nowhere', () => {
  const backAndInert = (line: [string, string], read: string[] | undefined): void => {
    const expected = line.map((text) => (startsFormula.test(text) && !isNumber.test(text) ? `'${text}` : text));
    expect(read).toEqual(expected);
  };
  assert(
    property(array(tuple(nasty, nasty), { maxLength: 5 }), (lines) => {
      const read = parse(
        textOf(
          lines.map(([a, b]) => ({ a, b })),
          ['a', 'b'],
        ),
      );
      expect(read).toHaveLength(lines.length);
      for (const [index, line] of lines.entries()) backAndInert(line, read[index]);
    }),
    { numRuns: 500 },
  );
});
