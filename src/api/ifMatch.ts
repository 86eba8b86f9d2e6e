import type { Context } from 'koa';
import { AppError } from '../errors.ts';
import { etagOf } from './etag.ts';

/**
 * Lets through who has read what is there now, and whoever sends no `If-Match`.
 * @param present as its GET answers it; null where there is nothing yet.
 * @throws AppError `resource.changed`.
 */
export const checkIfMatch = (koa: Context, present: unknown): void => {
  const wanted = koa.get('if-match');
  if (wanted === '') return;
  const holds = present === null ? [] : ['*', etagOf(JSON.stringify(present))];
  if (!wanted.split(',').some((tag) => holds.includes(tag.trim().replace(/^W\//, '')))) {
    throw new AppError('resource.changed');
  }
};
