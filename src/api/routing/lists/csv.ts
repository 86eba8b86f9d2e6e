import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Row } from './list.ts';

const delimiters = { comma: ',', semicolon: ';' } as const;

export const Delimiter = z
  .enum(['comma', 'semicolon'])
  .default('comma')
  .describe(
    'Between cells. Excel expects semicolons where the decimal sign is a comma, as in French; numbers then have it, too',
  );

/** What a spreadsheet would take for the beginning of a formula; the wide forms are the same to some of them. */
const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** Computes nothing but itself: `-12.5`, or the phone number `+15145551234`, which programs want as it is. */
const number = /^[+-]?\d+(?:\.\d+)?$/;

/** A leading apostrophe keeps spreadsheets from running text that a caller or another stranger gave us. */
const withoutFormula = (text: string): string => (formula.test(text) && !number.test(text) ? `'${text}` : text);

const decimalSigns = { comma: '.', semicolon: ',' } as const;

const cell = (value: unknown, delimiter: Table['delimiter']): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', decimalSigns[delimiter]);
  return typeof value === 'string' ? withoutFormula(value) : JSON.stringify(value);
};

export interface Table {
  columns: readonly string[];
  delimiter: z.output<typeof Delimiter>;
}

const write = (lines: string[][], { delimiter }: Table, bom: boolean): string =>
  stringify(lines, {
    bom,
    delimiter: delimiters[delimiter],
    record_delimiter: 'windows',
    // Also the half of one: readers take either for the end of a line.
    quote_record_delimiter: true,
  });

/** The head of a CSV file (RFC 4180): a byte order mark, by which Excel knows UTF-8, and the names of the columns. */
export const csvHead = (table: Table): string => write([[...table.columns]], table, true);

export const csvLines = (rows: readonly Row[], table: Table): string =>
  write(
    rows.map((row) => table.columns.map((column) => cell(row[column], table.delimiter))),
    table,
    false,
  );
