import { raw, type EntityManager, type EntityName, type FindOptions } from '@mikro-orm/postgresql';
import type { Position } from './cursor.ts';
import type { Row } from './list.ts';
import type { Order } from './order.ts';

export interface Selection {
  entity: EntityName<Row>;
  where: object[];
  exclude: readonly string[];
  order: Order;
}

interface Slice {
  rows: Row[];
  /** Of the last row; undefined where no more follow. */
  next: Position | undefined;
}

/** What is read together is of one snapshot. */
export const snapshot = { readOnly: true, isolationLevel: 'repeatable read' } as const;

const positionOf = async (em: EntityManager, { entity, order }: Selection, row: Row): Promise<Position> => {
  const { tableName } = em.getMetadata(entity);
  const [found] = await em.execute<{ value: string | null; key: string }[]>(
    `select (${order.value})::text as value, ${order.keyColumn}::text as key from ${tableName} where ${order.keyColumn} = ?`,
    [row[order.key]],
  );
  if (!found) throw new Error('a row vanished within its own snapshot');
  const { value } = found;
  if (value === null) throw new Error(`${order.value} is null: a sort must not be`);
  return { value, key: found.key };
};

/** The rows that follow a position, in order. Call it within a `snapshot`. */
export const readSlice = async (
  em: EntityManager,
  selection: Selection,
  { after, offset = 0, limit }: { after?: Position | undefined; offset?: number; limit: number },
): Promise<Slice> => {
  const { entity, where, exclude, order } = selection;
  const direction = order.descending ? 'desc' : 'asc';
  const follows = `(${order.value}, ${order.keyColumn}) ${order.descending ? '<' : '>'} (?, ?)`;
  const position = after ? [{ [raw(follows, [after.value, after.key])]: [] }] : [];
  const found = await em.find(
    entity,
    { $and: [...where, ...position] },
    {
      orderBy: [
        { [raw(order.value)]: direction },
        { [raw(order.keyColumn)]: direction },
      ] as FindOptions<Row>['orderBy'] & object,
      offset,
      // One more row shows whether the list goes on.
      limit: limit + 1,
      exclude: exclude as never[],
      // Rows are shown and forgotten: an export must not gather them.
      disableIdentityMap: true,
    },
  );
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last && (await positionOf(em, selection, last)) };
};
