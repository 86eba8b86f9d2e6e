import type { EntityManager } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { invalidField } from '../../http/input.ts';
import { decodeCursor, encodeCursor, refuseCursor, type Position } from './cursor.ts';
import { readSlice, snapshot, type Selection } from './keyset.ts';
import type { AnyListRequest, List, Row } from './list.ts';
import { orderOf } from './order.ts';
import type { Pagination } from './paging.ts';

interface PageQuery {
  page: number;
  limit: number;
  cursor?: string | undefined;
  sort?: string | undefined;
  include_total?: boolean | undefined;
}

interface Page {
  data: Row[];
  pagination: z.input<typeof Pagination>;
}

/** What a request asks for, in the order that it or its cursor names. */
export const select = async (
  { contract, source }: List,
  request: AnyListRequest,
  sort: string | undefined,
): Promise<Selection> => {
  const { entity, key = 'id', sortSql = {}, exclude = [], where } = source;
  return {
    entity,
    exclude,
    where: (await where?.(request)) ?? [],
    order: orderOf(request.em, { entity, key, sortSql }, sort ?? contract.defaultSort),
  };
};

/** Rows as the view takes them in. */
export const presented = (
  em: EntityManager,
  { source }: List,
  request: AnyListRequest,
  rows: Row[],
): Row[] | Promise<Row[]> => (source.present ? source.present(rows, em, request) : rows);

const goOn = ({ contract }: List, { cursor, sort }: PageQuery): { sort?: string | undefined; after?: Position } => {
  if (cursor === undefined) return { sort };
  const { sort: begun, position } = decodeCursor(cursor);
  if (!contract.sorts.includes(begun.replace(/^-/, ''))) refuseCursor();
  if (sort !== undefined && sort !== begun) throw invalidField('query.cursor', 'cursor.other_sort', { sort: begun });
  return { sort: begun, after: position };
};

/** PostgreSQL cannot read a value (class 22, data exception). */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('22');

/** One page. Rows and total are of one snapshot. @throws AppError `request.invalid` for a cursor that is not ours. */
export const readPage = async (list: List, request: AnyListRequest, query: PageQuery): Promise<Page> => {
  const { page, limit, cursor, include_total: withTotal = cursor === undefined } = query;
  const { sort, after } = goOn(list, query);
  const selection = await select(list, request, sort);
  const read = async (em: EntityManager): Promise<Page> => {
    const offset = after ? 0 : (page - 1) * limit;
    const { rows, next } = await readSlice(em, selection, { after, offset, limit });
    const total = withTotal ? await em.count(selection.entity, { $and: selection.where }) : null;
    return {
      data: await presented(em, list, request, rows),
      pagination: {
        page: after ? null : page,
        limit,
        total,
        totalPages: total === null ? null : Math.ceil(total / limit),
        nextCursor: next ? encodeCursor(selection.order.sort, next) : null,
      },
    };
  };
  return request.em.transactional(read, snapshot).catch((error: unknown) => {
    // Filters have been parsed; what a cursor holds, only PostgreSQL can.
    throw after && isUnreadable(error) ? refuseCursor() : error;
  });
};
