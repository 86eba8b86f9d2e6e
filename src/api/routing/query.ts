import type { ParsedUrlQuery } from 'node:querystring';
import type { z } from 'zod';
import { fieldError } from '../../contract/problems/fieldErrors.ts';
import { invalidInput, parseInput, type InputProblem } from '../http/input.ts';

/** axios, jQuery and PHP write lists as `status[]=failed` or `status[0]=failed`: the same as `status=failed`. */
const withoutBrackets = (name: string): string => name.replace(/\[\d*\]$/, '');

const comparable = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, '');

const longestName = 100;

const unknown = (name: string, known: readonly string[]): InputProblem => {
  const meant = known.find((it) => comparable(it) === comparable(name));
  const path = `query.${name.slice(0, longestName)}`;
  return meant === undefined
    ? { path, ...fieldError('field.unknown', { expected: known }) }
    : { path, ...fieldError('field.misspelt', { expected: meant }) };
};

/**
 * What the schema makes of the query. A parameter that it does not name is refused: a client whose filter is misspelt
 * would take everything for the selection.
 * @throws AppError `request.invalid`.
 */
export const parseQuery = <Schema extends z.ZodObject>(schema: Schema, query: ParsedUrlQuery): z.output<Schema> => {
  const values = new Map<string, string[]>();
  for (const [key, value = []] of Object.entries(query)) {
    const name = withoutBrackets(key);
    values.set(name, [...(values.get(name) ?? []), ...[value].flat()]);
  }
  const known = Object.keys(schema.shape);
  const problems = [...values.keys()].filter((name) => !known.includes(name)).map((name) => unknown(name, known));
  if (problems.length > 0) throw invalidInput(problems);
  const sent = [...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]);
  return parseInput(schema, Object.fromEntries(sent), 'query');
};
