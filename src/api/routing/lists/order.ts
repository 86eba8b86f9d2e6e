import type { EntityManager, EntityName, EntityProperty } from '@mikro-orm/postgresql';
import type { Row } from './list.ts';

/** The order of rows: by value, and by key where values are equal. */
export interface Order {
  /** As the client says it: `-startedAt`. */
  sort: string;
  /** SQL of ours that is never null. */
  value: string;
  /** Property and column that are different in each row. */
  key: string;
  keyColumn: string;
  descending: boolean;
}

/** Less than all that occurs: a null would have no place before or after other values. */
const least: Record<string, string> = {
  timestamptz: `'-infinity'`,
  date: `'-infinity'`,
  text: `''`,
  varchar: `''`,
  int: '-2147483648',
  numeric: `'-infinity'`,
};

const columnOf = (em: EntityManager, entity: EntityName<Row>, property: string) => {
  const properties: Partial<Record<string, EntityProperty>> = em.getMetadata(entity).properties;
  const { fieldNames: [column] = [], columnTypes: [type] = [], nullable = false } = properties[property] ?? {};
  if (column === undefined || type === undefined)
    throw new Error(`${property} has no column of its own: give its sortSql`);
  return { column, type: type.replace(/\(.*/, ''), nullable };
};

const valueOf = (em: EntityManager, entity: EntityName<Row>, property: string): string => {
  const { column, type, nullable } = columnOf(em, entity, property);
  if (!nullable) return column;
  const lowest = least[type];
  if (lowest === undefined) throw new Error(`${property}: nothing is less than every ${type}; give its sortSql`);
  // Not coalesce: under row level security PostgreSQL looks such a condition up in no index, as it might leak.
  return `case when ${column} is null then ${lowest} else ${column} end`;
};

/** @param sort such as `-startedAt`, from the list's own names. */
export const orderOf = (
  em: EntityManager,
  { entity, key, sortSql }: { entity: EntityName<Row>; key: string; sortSql: Record<string, string | undefined> },
  sort: string,
): Order => {
  const name = sort.replace(/^-/, '');
  return {
    sort,
    value: sortSql[name] ?? valueOf(em, entity, name),
    key,
    keyColumn: columnOf(em, entity, key).column,
    descending: sort !== name,
  };
};
