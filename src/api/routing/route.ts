import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from 'koa';
import { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Services } from '../dependencies.ts';
import { parseInput } from '../http/input.ts';
import { parseQuery } from './query.ts';
import type { Access, Identity } from '../access/identity.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Described {
  method: Method;
  /** Koa's notation: `/dashboard/calls/:id`. */
  path: string;
  permission: Access;
  /**
   * Changes something. `true`: the handler gets `em` in a transaction. `'by itself'`: the handler commits what it writes. Without it
   * PostgreSQL refuses to write.
   */
  writes?: true | 'by itself';
  /** Names the client's method: public, and not to be changed. */
  operationId: string;
  summary: string;
  description?: string;
  tags: readonly string[];
  params?: z.ZodType;
  /** Where there is one, it names every parameter: others are refused. */
  query?: z.ZodObject;
  /** Besides those that follow from the permission and the schemas. */
  errors?: readonly ErrorCode[];
}

/** A route that speaks JSON. */
interface Contract extends Described {
  body?: z.ZodType;
  response: z.ZodType;
  /** Default: `application/json`. With another one the handler answers with a stream, as the schema has it. */
  contentType?: string;
  /** Not even its reader may keep the answer. */
  isSecret?: boolean;
  /** Default: 200. */
  status?: number;
  /** Statuses that the handler may set instead, with the same schema, and what they mean. */
  otherStatuses?: Record<number, string>;
  /** Fields of the answer that need a permission of their own: without it a list is empty, anything else null. */
  fieldPermissions?: Record<string, Permission>;
  examples?: { body?: unknown; response?: unknown };
}

/** A route that reads and writes its own bytes; the schemas serve the documentation only. Nothing guards it. */
export interface RawContract extends Described {
  /** By content type. */
  requestBody?: { description?: string; content: Record<string, z.ZodType> };
  /** By status. */
  responses: Record<number, { description: string; content?: Record<string, z.ZodType> }>;
}

/** One request on its way to a route: all that a route may need. */
export interface Exchange {
  app: AppContext;
  deps: Services;
  ctx: Context;
  auth: Identity | undefined;
  /** The tenant's own; on the operator's routes, of all tenants. Within a transaction where the contract says `writes: true`. */
  em: EntityManager | undefined;
  params: Record<string, string>;
  body: unknown;
  /** For what others must not see before it is committed, or cannot be taken back. Lost when the process dies. */
  afterCommit(work: () => Promise<void>): void;
}

export type Route = { kind: 'json'; contract: Contract; run(exchange: Exchange): Promise<unknown> };
export type RawRoute = { kind: 'raw'; contract: RawContract };
export type AnyRoute = Route | RawRoute;

interface Guarded<Params, Query, Body> {
  app: AppContext;
  deps: Services;
  ctx: Context;
  params: Params;
  query: Query;
  body: Body;
  afterCommit: Exchange['afterCommit'];
}

/** A request whose parts fit the contract, and whose tenant is known. */
type TenantRequest<Params, Query, Body> = Guarded<Params, Query, Body> & { em: EntityManager; auth: Identity };

/** Across tenants. */
type OperatorRequest<Params, Query, Body> = Guarded<Params, Query, Body> & { em: EntityManager };

export type RequestFor<A extends Access, Params, Query, Body> = A extends 'public'
  ? Guarded<Params, Query, Body>
  : A extends 'operator'
    ? OperatorRequest<Params, Query, Body>
    : TenantRequest<Params, Query, Body>;

interface TypedContract<A, Params, Query, Body, Response> extends Contract {
  permission: A & Access;
  params?: Params & z.ZodType;
  query?: Query & z.ZodObject;
  body?: Body & z.ZodType;
  response: Response & z.ZodType;
}

const nothing = z.undefined();

/** The answer as someone with these permissions may see it. */
const permitted = (answer: unknown, { fieldPermissions = {} }: Contract, auth: Identity | undefined): unknown => {
  const refused = Object.entries(fieldPermissions).filter(([, needed]) => !auth?.permissions.includes(needed));
  if (refused.length === 0) return answer;
  const fields = answer as Record<string, unknown>;
  const emptied = refused.map(([field]) => [field, Array.isArray(fields[field]) ? [] : null]);
  return Object.assign(Object.create(fields) as object, Object.fromEntries(emptied));
};

/**
 * Declares a JSON route once. The guard parses params, query and body before the handler and the response after it:
 * a field that the response schema does not list cannot leak.
 */
export const defineRoute = <
  const A extends Access,
  Response extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(
  contract: TypedContract<A, Params, Query, Body, Response>,
  handler: (
    request: RequestFor<A, z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => z.input<Response> | Promise<z.input<Response>>,
): Route => ({
  kind: 'json',
  contract,
  run: async (exchange) => {
    const params = contract.params && parseInput(contract.params, exchange.params, 'path');
    const query = contract.query && parseQuery(contract.query, exchange.ctx.query);
    const body = contract.body && parseInput(contract.body, exchange.body, 'body');
    const request = { ...exchange, params, query, body };
    // `em` and `auth` are there where the type says so: the guard has refused requests that `permission` keeps out.
    const answer = await handler(request as RequestFor<A, z.output<Params>, z.output<Query>, z.output<Body>>);
    return contract.response.parse(permitted(answer, contract, exchange.auth));
  },
});

/** Documents a route that is registered elsewhere, because it reads its own bytes. */
export const describeRoute = (contract: RawContract): RawRoute => ({ kind: 'raw', contract });
