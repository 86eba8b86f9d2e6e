import { addressOf } from '../../domain/calls/address.ts';
import { AppError } from '../../errors.ts';
import { parseJson } from './json.ts';
import type { InboundWebhook } from '../provider.ts';

/** What a webhook's body holds, by name. Values may have any shape: read them with `textOf` and its like. */
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A nested object; empty where there is none. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Text that says something; of a repeated field the first. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? textOf(value[0]) : undefined;
};

/** Whom a field names: see `addressOf`. */
export const partyIn = (value: unknown): string | undefined => {
  const address = textOf(value);
  return address && addressOf(address);
};

/** Vendors' ids are opaque (`CA…`, a UUID), but no longer than this. */
const maxIdLength = 100;
export const sidOf = (value: unknown): string | undefined => {
  const sid = textOf(value);
  return sid && sid.length <= maxIdLength ? sid : undefined;
};

export const queryOf = (url: string): string => {
  const start = url.indexOf('?');
  return start === -1 ? '' : withoutFragment(url).slice(start + 1);
};

/** Twilio's connection overrides (`#rc=3`) are for its own eyes: it signs the URL without them. */
export const withoutFragment = (url: string): string => {
  const start = url.indexOf('#');
  return start === -1 ? url : url.slice(0, start);
};

const openingBrace = '{'.charCodeAt(0);

export const isJson = ({ headers, rawBody }: InboundWebhook): boolean => {
  if (rawBody.length === 0) return false;
  const contentType = headers['content-type'];
  return contentType ? /\bjson\b/i.test(contentType) : rawBody[0] === openingBrace;
};

/** @throws AppError `request.malformed` */
export const decodeJson = (rawBody: Buffer): Fields => {
  try {
    const body = parseJson(rawBody.toString('utf8'));
    if (isFields(body)) return body;
  } catch (error) {
    throw new AppError('request.malformed', undefined, { cause: error });
  }
  throw new AppError('request.malformed');
};

/** Drops undefined fields, which `exactOptionalPropertyTypes` would refuse. */
type Optional<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
export const defined = <T extends object>(value: T): Optional<T> => {
  const kept: Fields = {};
  for (const name in value) if (value[name] !== undefined) kept[name] = value[name];
  return kept as Optional<T>;
};
