import { Readable } from 'node:stream';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';
import { csvHead, csvLines, Delimiter } from './csv.ts';
import { exportList } from './exportList.ts';
import type { List, ListAccess, ListContract, ListRequest, ListSource } from './list.ts';
import { pageQuery, Pagination, sortQuery } from './paging.ts';
import { readPage } from './readList.ts';

const usualSizes = { default: 20, max: 100 };

/** What both routes have in common. */
const shared = ({ contract: { permission, tags, params = z.object({}), errors = [] } }: List) =>
  ({ method: 'get', permission, tags, params, errors }) as const;

const listRoute = (list: List): Route => {
  const {
    path,
    plural,
    operations,
    description,
    filters,
    view,
    sorts,
    defaultSort,
    pageSizes = usualSizes,
    example,
  } = list.contract;
  const pagination = { page: 1, limit: pageSizes.default, total: 1, totalPages: 1, nextCursor: null };
  return defineRoute(
    {
      ...shared(list),
      path,
      operationId: operations[0],
      summary: `List ${plural}`,
      ...(description && { description }),
      query: z.object({ ...filters, ...pageQuery(pageSizes), sort: sortQuery(sorts, defaultSort) }),
      response: z.object({ data: z.array(view), pagination: Pagination }),
      examples: { response: { data: [example], pagination } },
    },
    (request) => readPage(list, request, request.query),
  );
};

const CsvFile = z.instanceof(Readable).meta({ type: 'string' });

const exportDescription = `All that fit the filters, as a CSV file: UTF-8, one column a field, a header line. Text that a
spreadsheet would run as a formula begins with an apostrophe. A file that cannot be completed ends with a broken
connection.`;

const exportRoute = (list: List): Route => {
  const {
    path,
    plural,
    operations,
    filters,
    view,
    sorts,
    defaultSort,
    example,
    columns = Object.keys(view.shape),
  } = list.contract;
  const table = { columns, delimiter: 'comma' } as const;
  return defineRoute(
    {
      ...shared(list),
      path: `${path}/export`,
      // The audit row: no transaction stays open while a slow client reads.
      writes: 'by itself',
      operationId: operations[1],
      summary: `Export ${plural}`,
      description: exportDescription,
      query: z.object({ ...filters, sort: sortQuery(sorts, defaultSort), delimiter: Delimiter }),
      response: CsvFile,
      contentType: 'text/csv',
      examples: { response: csvHead(table) + csvLines([example], table) },
    },
    (request) => exportList(list, request, request.query),
  );
};

/**
 * Declares a list once, and gives its two routes: pages of JSON, and the same rows as a CSV file.
 *
 * ```ts
 * export const [listApiKeys, exportApiKeys] = defineList(
 *   {
 *     path: '/dashboard/api-keys',
 *     permission: 'api_keys:read',
 *     plural: 'API keys',
 *     operations: ['listApiKeys', 'exportApiKeys'],
 *     tags: ['API keys'],
 *     filters: { search: z.string().max(200).optional() },
 *     view: ApiKeyView,
 *     sorts: ['createdAt', 'name', 'lastUsedAt'],
 *     defaultSort: '-createdAt',
 *     example: exampleApiKey,
 *   },
 *   { entity: ApiKey, where: ({ query: { search } }) => (search ? [{ name: { $ilike: `%${search}%` } }] : []) },
 * );
 * ```
 *
 * A sort by a column that the client may ask for on a big table
 * wants an index on (tenant_id, column, id).
 */
export const defineList = <
  const A extends ListAccess,
  View extends z.ZodObject,
  Entity extends object,
  const Sort extends string,
  Filters extends z.ZodRawShape = Record<string, never>,
  Params extends z.ZodType = z.ZodUndefined,
>(
  contract: ListContract<A, View, Sort, Filters, Params>,
  source: ListSource<Entity, ListRequest<A, z.output<z.ZodObject<Filters>>, z.output<Params>>, z.input<View>, Sort>,
): readonly [list: Route, csv: Route] => {
  // From here on rows are rows: the types above have seen to it that source and view fit.
  const list = { contract, source } as unknown as List;
  return [listRoute(list), exportRoute(list)];
};
