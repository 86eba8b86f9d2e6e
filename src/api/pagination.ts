import { raw, type EntityManager, type EntityName, type FilterQuery, type FindOptions } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { invalidInput } from './input.ts';
import { Pagination, wholeNumber } from './lists/paging.ts';

/** Pages by number for people, by cursor for programs: a cursor neither skips nor repeats while calls keep coming. */
export const Paging = {
  page: wholeNumber().min(1).max(1_000_000).default(1).describe('From 1; ignored where a cursor is given'),
  limit: wholeNumber().min(1).max(100).default(20).describe('Rows of a page'),
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before'),
};

export { Pagination };

const Position = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);
type Position = z.infer<typeof Position>;

const encodeCursor = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** @throws AppError `request.invalid` for anything that `encodeCursor` has not made. */
const decodeCursor = (cursor: string): Position => {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalidInput([{ path: 'query.cursor', message: 'Not a cursor of this list' }]);
  }
};

interface PageRequest {
  page: number;
  limit: number;
  cursor?: string | undefined;
}

interface Row {
  id: string;
}

interface List<Entity> {
  entity: EntityName<Entity>;
  /** SQL for the moment by which the list is sorted; ours, never a client's. */
  time: string;
  where: FilterQuery<Entity>[];
  exclude?: readonly string[];
}

/** One page, newest first. Rows and total are of one snapshot. */
export const findPage = <Entity extends Row>(
  em: EntityManager,
  { entity, time, where, exclude = [] }: List<Entity>,
  { page, limit, cursor }: PageRequest,
) =>
  em.transactional(
    async (tx) => {
      const after =
        cursor === undefined ? [] : [{ [raw(`(${time}, id) < (?::timestamptz, ?::uuid)`, decodeCursor(cursor))]: [] }];
      const rows = await tx.find(entity, { $and: [...where, ...after] } as FilterQuery<Entity>, {
        orderBy: [{ [raw(time)]: 'desc' }, { [raw('id')]: 'desc' }] as FindOptions<Entity>['orderBy'] & object,
        offset: cursor === undefined ? (page - 1) * limit : 0,
        // One more tells whether there is a next page.
        limit: limit + 1,
        exclude: exclude as never[],
      });
      const total = await tx.count(entity, { $and: where } as FilterQuery<Entity>);
      const data = rows.slice(0, limit) as Entity[];
      const last = rows.length > limit ? data.at(-1) : undefined;
      const nextCursor = last ? encodeCursor([await positionOf(tx, entity, time, last.id), last.id]) : null;
      const number = cursor === undefined ? page : null;
      return { data, pagination: { page: number, limit, total, totalPages: Math.ceil(total / limit), nextCursor } };
    },
    { readOnly: true, isolationLevel: 'repeatable read' },
  );

/** To the microsecond, which a JavaScript date does not hold: a cursor that rounds skips rows. */
const positionOf = async <Entity extends Row>(
  em: EntityManager,
  entity: EntityName<Entity>,
  time: string,
  id: string,
): Promise<string> => {
  const table = em.getMetadata(entity).tableName;
  const [row] = await em.execute<{ at: string }[]>(
    `select to_char(${time} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from ${table} where id = ?`,
    [id],
  );
  if (!row) throw new Error('a row vanished within its own snapshot');
  return row.at;
};
