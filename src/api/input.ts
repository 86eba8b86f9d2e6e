import type { z } from 'zod';
import { AppError } from '../errors.ts';

/** Where in the request a value stood. */
export type InputPart = 'path' | 'query' | 'body';

/** One thing that is wrong with a request; `path` is dotted and begins with the part: `query.limit`. */
export interface InputProblem {
  path: string;
  message: string;
}

const dotted = (part: InputPart, path: readonly PropertyKey[]): string => [part, ...path.map(String)].join('.');

/** @throws AppError `request.invalid`, with one entry for each thing that is wrong. */
export const invalidInput = (problems: readonly InputProblem[]): AppError =>
  new AppError('request.invalid', {
    detail: problems.map(({ path, message }) => `${path}: ${message}`).join('; '),
    errors: problems,
  });

/** PostgreSQL's text cannot hold it, and nothing that a client sends needs it. */
const holdsNul = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0');
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || holdsNul(inner));
};

/** What the schema makes of a part of the request. @throws AppError `request.invalid`. */
export const parseInput = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: InputPart,
): z.output<Schema> => {
  if (holdsNul(value)) throw invalidInput([{ path: part, message: 'The NUL character is not allowed' }]);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues.map((issue) => ({ path: dotted(part, issue.path), message: issue.message })));
};
