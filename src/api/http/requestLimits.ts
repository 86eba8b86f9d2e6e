import type { Middleware } from 'koa';
import { refusal } from '../../errors.ts';
import { invalidField } from './input.ts';

/** Browsers behind a chain of proxies send about forty. */
const maxHeaders = 100;
const maxUrlLength = 8 * 1024;
/** Koa's parser needs the square of it. */
const maxParameters = 100;

/** Refuses what is too long or ambiguous, before anything is made of it. */
export const requestLimits: Middleware = ({ req, querystring }, next) => {
  const { url = '', headersDistinct, httpVersion } = req;
  if (req.rawHeaders.length > 2 * maxHeaders) {
    throw refusal('headers.too_many', { maximum: maxHeaders });
  }
  const hosts = headersDistinct['host']?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) throw refusal('host.missing_or_repeated');
  if (url.length > maxUrlLength) {
    throw refusal('address.too_long', { maximum: maxUrlLength });
  }
  if (querystring.split('&', maxParameters + 1).length > maxParameters) {
    throw invalidField('query', 'query.too_long', { maximum: maxParameters });
  }
  return next();
};
