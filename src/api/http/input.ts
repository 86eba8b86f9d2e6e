import type { z } from 'zod';
import {
  fieldError,
  fieldSentence,
  type FieldError,
  type FieldErrorCode,
  type FieldErrorParams,
} from '../../contract/problems/fieldErrors.ts';
import { AppError } from '../../errors.ts';
import { fieldErrorOf } from './fieldErrorOf.ts';

/** Where in the request a value stood. */
export type InputPart = 'path' | 'query' | 'body';

/** One thing that is wrong with a request; `path` is dotted and begins with the part: `query.limit`. */
export interface InputProblem extends FieldError {
  path: string;
}

const dotted = (part: InputPart, path: readonly PropertyKey[]): string => [part, ...path.map(String)].join('.');

/** More do not help, and a large body could be wrong in thousands of places. */
const maxProblems = 20;

/** As a problem lists them. */
export const withMessages = (problems: readonly InputProblem[]) =>
  problems.map(({ path, code, params }) => ({ path, code, params, message: fieldSentence({ code, params }) }));

/** `request.invalid`, with one entry for each thing that is wrong. */
export const invalidInput = (problems: readonly InputProblem[]): AppError => {
  const errors = withMessages(problems.slice(0, maxProblems));
  return new AppError('request.invalid', {
    detail: errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
    errors,
  });
};

/** `request.invalid` for one thing. */
export const invalidField = <Code extends FieldErrorCode>(
  path: string,
  code: Code,
  ...params: FieldErrorParams<Code>
): AppError => invalidInput([{ path, ...fieldError(code, ...params) }]);

/** PostgreSQL cannot hold NUL in text or half a character in JSON, and nothing that a client sends needs them. */
const isStorable = (value: unknown): boolean => {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (Object(inner) as Record<PropertyKey, unknown>)[key], value);

/** Of a key of a record zod says only that it is wrong; why stands inside. */
const problemsOf = (part: InputPart, value: unknown, issue: z.core.$ZodIssue): InputProblem[] => {
  const reasons = issue.code === 'invalid_key' ? issue.issues : [issue];
  const isMissing = valueAt(value, issue.path) === undefined;
  return reasons.map((reason) => ({ path: dotted(part, issue.path), ...fieldErrorOf(reason, isMissing) }));
};

/** What the schema makes of a part of the request. @throws AppError `request.invalid`. */
export const parseInput = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: InputPart,
): z.output<Schema> => {
  if (!isStorable(value)) throw invalidField(part, 'field.unstorable');
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues.flatMap((issue) => problemsOf(part, value, issue)));
};
