import type { AttemptError, AttemptErrorCode } from '../domain/deliveries/attemptErrors.ts';
import { DestinationNotAllowed } from './destinationConnector.ts';

/** Node's error for several addresses that all failed says nothing itself. */
const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const causes = error instanceof AggregateError ? error.errors.map(describe) : [];
  return [error.message, ...new Set(causes)].filter((text) => text !== '').join('; ') || error.name;
};

const neverSentCodes = new Set(['ERR_INVALID_URL', 'UND_ERR_INVALID_ARG']);

/** By the codes of Node, OpenSSL and undici. */
const kinds: readonly (readonly [AttemptErrorCode, RegExp])[] = [
  ['connection.name_unknown', /^(ENOTFOUND|ENODATA|ESERVFAIL|EAI_\w+|ETIMEOUT|EBADNAME|EBADRESP|EREFUSED|ENONAME)$/],
  ['connection.refused', /^ECONNREFUSED$/],
  ['connection.unreachable', /^(E(NET|HOST)(UNREACH|DOWN)|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/],
  ['connection.closed', /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/],
  ['connection.tls', /^(CERT|ERR_TLS|ERR_SSL|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|HOSTNAME_MISMATCH|EPROTO)/],
];

const propertyOf = (error: unknown, name: 'code' | 'syscall'): string =>
  error instanceof Error && name in error ? String(error[name as keyof Error]) : '';

/** c-ares reports a name server that refuses the connection as `ECONNREFUSED`, like an endpoint that does. */
const isLookUp = (error: unknown): boolean => /^(query[A-Z]|getaddrinfo)/.test(propertyOf(error, 'syscall'));

const codeOf = (error: unknown): AttemptErrorCode => {
  const code = propertyOf(error, 'code');
  if (neverSentCodes.has(code)) return 'request.unsendable';
  if (isLookUp(error)) return 'connection.name_unknown';
  return kinds.find(([, pattern]) => pattern.test(code))?.[0] ?? 'connection.failed';
};

/** Whether nothing was sent: the destination, or the request itself, is not allowed. */
export const wasRefused = (error: unknown): boolean =>
  error instanceof DestinationNotAllowed || neverSentCodes.has(propertyOf(error, 'code'));

/** What an attempt failed of. */
export const failureOf = (error: unknown): AttemptError => {
  if (error instanceof DestinationNotAllowed) return error.problem;
  return { code: codeOf(error), params: { detail: describe(error) } };
};
