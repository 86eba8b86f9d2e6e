import { z } from 'zod';
import { invalidField } from '../../http/input.ts';

/** The place of a row in its order, as PostgreSQL writes it: to the microsecond, which a JavaScript date does not hold. */
export interface Position {
  value: string;
  key: string;
}

// PostgreSQL's text cannot hold NUL.
const Text = z.string().regex(/^[^\0]*$/);
const Cursor = z.tuple([Text, Text, Text]);

/** @throws AppError `request.invalid`. */
export const refuseCursor = (): never => {
  throw invalidField('query.cursor', 'cursor.foreign');
};

/** Opaque to the client. Remembers the sort, so that the next page goes on in the same order. */
export const encodeCursor = (sort: string, { value, key }: Position): string =>
  Buffer.from(JSON.stringify([sort, value, key])).toString('base64url');

/** @throws AppError `request.invalid` for what `encodeCursor` cannot have made. */
export const decodeCursor = (cursor: string): { sort: string; position: Position } => {
  try {
    const [sort, value, key] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { sort, position: { value, key } };
  } catch {
    return refuseCursor();
  }
};
