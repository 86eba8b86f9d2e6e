import type { Middleware } from 'koa';
import { AppError } from '../../errors.ts';
import { malformed } from './body.ts';
import { invalidInput } from './input.ts';

/** Browsers behind a chain of proxies send about forty. */
const maxHeaders = 100;
const maxUrlLength = 8 * 1024;
/** Koa's parser needs the square of it. */
const maxParameters = 100;

/** Refuses what is too long or ambiguous, before anything is made of it. */
export const requestLimits: Middleware = ({ req, querystring }, next) => {
  const { url = '', headersDistinct, httpVersion } = req;
  if (req.rawHeaders.length > 2 * maxHeaders) {
    throw new AppError('request.headers_too_large', { detail: `At most ${maxHeaders} headers.` });
  }
  const hosts = headersDistinct['host']?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) throw malformed('Send one Host header.');
  if (url.length > maxUrlLength) {
    throw new AppError('request.uri_too_long', { detail: `At most ${maxUrlLength} characters, query included.` });
  }
  if (querystring.split('&', maxParameters + 1).length > maxParameters) {
    throw invalidInput([{ path: 'query', message: `At most ${maxParameters} parameters` }]);
  }
  return next();
};
