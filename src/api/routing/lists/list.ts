import type { EntityManager, EntityName, FilterQuery } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import type { ErrorCode } from '../../../errors.ts';
import type { Access } from '../../access/identity.ts';
import type { RequestFor } from '../route.ts';
import type { PageSizes } from './paging.ts';

export type Row = Record<string, unknown>;

/** A list always belongs to a tenant, or to the operator. */
export type ListAccess = Exclude<Access, 'public'>;

/** What clients see of a list. */
export interface ListContract<A, View extends z.ZodObject, Sort extends string, Filters, Params> {
  /** The CSV file is at `<path>/export`. */
  path: string;
  permission: A & ListAccess;
  /** As a sentence names the rows: `API keys` gives `List API keys`, `Export API keys` and `api-keys-2026-01-31.csv`. */
  plural: string;
  /** The operation ids of the list and of its export. */
  operations: readonly [list: string, csv: string];
  description?: string;
  tags: readonly string[];
  errors?: readonly ErrorCode[];
  params?: Params & z.ZodType;
  /** Query parameters besides those for pages and order. */
  filters?: Filters;
  /** One row, as JSON. */
  view: View;
  /** The fields of the view that the CSV file shows. Default: all. */
  columns?: readonly (keyof View['shape'] & string)[];
  /** Properties of the entity, or names in `sortSql`. */
  sorts: readonly Sort[];
  defaultSort: NoInfer<Sort | `-${Sort}`>;
  /** Default: 20, at most 100. */
  pageSizes?: PageSizes;
  /** One row as a client sees it, for the documentation. */
  example: Row;
}

type Awaitable<T> = T | Promise<T>;

interface Source<Entity, Request, Shown, Sort extends string> {
  entity: EntityName<Entity>;
  /** The unique property of a row. Default: `id`. */
  key?: keyof Entity & string;
  /** Heavy columns that the list does not show. */
  exclude?: readonly (keyof Entity & string)[];
  /** SQL of ours for sorts that are not simply a property. Never null; by `case`, as `coalesce` keeps from the index. */
  sortSql?: Partial<Record<NoInfer<Sort>, string>>;
  /** Clauses for the filters. The tenant's is there already. */
  where?: (request: Request) => Awaitable<FilterQuery<Entity>[]>;
  /** Adds what the entity itself does not hold, for many rows at once. */
  present?: (rows: Entity[], em: EntityManager, request: Request) => Awaitable<Shown[]>;
}

/** Where the rows come from. `Shown` is what the view takes in: an entity that lacks some of it must be presented. */
export type ListSource<Entity, Request, Shown, Sort extends string> = Source<Entity, Request, Shown, Sort> &
  (Entity extends Shown ? unknown : Required<Pick<Source<Entity, Request, Shown, Sort>, 'present'>>);

export type ListRequest<A extends ListAccess, Query, Params> = RequestFor<A, Params, Query, undefined>;

/** Whatever the rows are: a list as the code behind `defineList` sees it. */
export interface List {
  contract: ListContract<ListAccess, z.ZodObject, string, z.ZodRawShape, z.ZodObject>;
  source: Source<Row, AnyListRequest, Row, string>;
}

export type AnyListRequest = ListRequest<ListAccess, unknown, unknown>;
