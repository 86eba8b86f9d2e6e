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

/** What a proxy that compresses makes of a tag: nginx weakens it, Apache and Jetty write the encoding before the last quote. */
const encoding = /^(?:-{1,2}|;|:)(?:gzip|br|deflate|zstd)"$/;

/** By what follows the tag: one that ends in a hyphen cannot be told from its suffix. */
const isEncoded = (tag: string, etag: string): boolean => {
  const unclosed = etag.slice(0, -1);
  return tag.startsWith(unclosed) && encoding.test(tag.slice(unclosed.length));
};

/**
 * Whether a list of tags (`If-Match`, `If-None-Match`) names the tag or everything (`*`), also where a proxy has rewritten it. Not by Koa's
 * `fresh`: `fetch` sends `cache-control: no-cache` along, which is for caches and not for us.
 */
export const namesEtag = (header: string, etag: string): boolean =>
  header.split(',').some((part) => {
    const tag = part.trim().replace(/^W\//, '');
    return ['*', etag].includes(tag) || isEncoded(tag, etag);
  });

/**
 * Answers with JSON that its reader may keep, asking each time whether it still holds: 304 saves the bytes, not the
 * query. No cache on the way may keep it.
 */
export const answerWithEtag = (ctx: Context, answer: unknown): void => {
  const text = JSON.stringify(answer);
  const etag = etagOf(text);
  ctx.set({ etag, 'cache-control': 'private, no-cache' });
  ctx.vary('Authorization');
  if (namesEtag(ctx.get('if-none-match'), etag)) {
    ctx.status = 304;
    return;
  }
  ctx.type = 'json';
  ctx.body = text;
};
