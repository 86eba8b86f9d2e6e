import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Router from '@koa/router';
import type { Context } from 'koa';
import { AppError } from '../../errors.ts';
import { etagOf, namesEtag } from './etag.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

interface Page {
  type: string;
  body: Buffer;
  etag: string;
}

const pageOf = (name: string, body: Buffer): Page => ({
  type: contentTypes[extname(name)] ?? 'application/octet-stream',
  body,
  etag: etagOf(body),
});

/** Browsers ask again each time, and are told that nothing has changed; what never changes they keep. */
const serve = (ctx: Context, { type, body, etag }: Page, isForever = false): void => {
  ctx.status = 200;
  ctx.set({ etag, 'cache-control': isForever ? 'public, max-age=31536000, immutable' : 'no-cache' });
  ctx.type = type;
  if (namesEtag(ctx.get('if-none-match'), etag)) ctx.status = 304;
  else ctx.body = body;
};

const webFolder = fileURLToPath(new URL('../../../web', import.meta.url));
const libraryFiles = {
  'swagger-ui.css': import.meta.resolve('swagger-ui-dist/swagger-ui.css'),
  'swagger-ui-bundle.js': import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
  'openapi-fetch.js': import.meta.resolve('openapi-fetch'),
  'client.js': import.meta.resolve('../../../client/index.js'),
};

/** A browser knows packages by their address alone. */
const forBrowsers = (name: string, content: Buffer): Buffer =>
  name === 'client.js' ? Buffer.from(content.toString().replace("'openapi-fetch'", "'./openapi-fetch.js'")) : content;

const isForBrowsers = (name: string): boolean => extname(name) in contentTypes && name !== 'tsconfig.json';

const readFolder = async (folder: string): Promise<[string, Page][]> => {
  const names = (await readdir(folder)).filter(isForBrowsers);
  return Promise.all(
    names.map(async (name): Promise<[string, Page]> => [name, pageOf(name, await readFile(join(folder, name)))]),
  );
};

/** The pages ask for dozens of modules: under an address with their version they are fetched once. */
const linkVersion = (files: Map<string, Page>): string => {
  const version = etagOf([...files.values()].map(({ etag }) => etag).join('')).slice(1, -1);
  for (const [name, { body }] of files) {
    if (extname(name) !== '.html') continue;
    files.set(name, pageOf(name, Buffer.from(body.toString().replaceAll('/assets/', `/assets/${version}/`))));
  }
  return version;
};

/**
 * The dashboard at `/`, the documentation at `/api-docs`, and the document it shows at `/openapi.json`. All files are
 * read once and looked up by name: no path reaches the disk.
 */
export const registerPages = async (router: Router, openApi: object): Promise<void> => {
  const files = new Map(await readFolder(webFolder));
  for (const [name, url] of Object.entries(libraryFiles)) {
    files.set(name, pageOf(name, forBrowsers(name, await readFile(new URL(url)))));
  }
  const current = linkVersion(files);

  const at = (path: string, name: string): void => {
    const page = files.get(name);
    if (page) router.get(path, (ctx) => serve(ctx, page));
  };
  at('/', 'index.html');
  at('/api-docs', 'docs.html');
  // Not among the files: it may change while they, and so their version, do not.
  const document = pageOf('openapi.json', Buffer.from(JSON.stringify(openApi)));
  router.get('/openapi.json', (ctx) => serve(ctx, document));
  for (const name of files.keys()) at(`/assets/${name}`, name);
  router.get('/assets/:version/:name', (ctx) => {
    const { version, name = '' } = ctx.params;
    const page = files.get(name);
    if (!page) throw new AppError('route.not_found');
    // While another version is rolled out, its page may ask us for files that we have otherwise.
    serve(ctx, page, version === current);
  });
};
