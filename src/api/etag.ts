import { createHash } from 'node:crypto';
import type { Context } from 'koa';

/** The same bytes, the same tag. */
export const etagOf = (bytes: string | Buffer): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

interface Contract {
  method: string;
  permission: string;
  contentType?: string;
  isSecret?: boolean;
}

/** JSON that is read again and again, and is not for everybody. */
export const hasEtag = ({ method, permission, contentType, isSecret = false }: Contract): boolean =>
  method === 'get' && permission !== 'public' && contentType === undefined && !isSecret;

/** Not by Koa's `fresh`: `fetch` sends `cache-control: no-cache` along, which is for caches and not for us. */
const isKnown = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));

/**
 * Answers with JSON that its reader may keep, asking each time whether it still holds: 304 saves the bytes, not the
 * query. No cache on the way may keep it.
 */
export const answerWithEtag = (koa: Context, answer: unknown): void => {
  const text = JSON.stringify(answer);
  const etag = etagOf(text);
  koa.set({ etag, 'cache-control': 'private, no-cache' });
  koa.vary('Authorization');
  if (isKnown(koa.get('if-none-match'), etag)) {
    koa.status = 304;
    return;
  }
  koa.type = 'json';
  koa.body = text;
};
