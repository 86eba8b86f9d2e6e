import type { Context } from 'koa';
import { AppError } from '../../errors.ts';
import { etagOf, namesEtag } from './etag.ts';

/**
 * Lets through clients that have read what is there now, and those that send no `If-Match`.
 * @param present as its GET answers it; null where there is nothing yet.
 * @throws AppError `resource.changed`.
 */
export const checkIfMatch = (ctx: Context, present: unknown): void => {
  const wanted = ctx.get('if-match');
  if (wanted === '') return;
  if (present === null || !namesEtag(wanted, etagOf(JSON.stringify(present)))) throw new AppError('resource.changed');
};
