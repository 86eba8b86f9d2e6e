import { readFile, writeFile } from 'node:fs/promises';
import { typesOf } from '../client/generate.ts';
import { createProviders } from '../src/providers/registry.ts';
import { buildOpenApi } from '../src/api/openapi/document.ts';
import { createRoutes, describeWebhooks } from '../src/api/routes.ts';

/** The text of `openapi.json`: the same for the same routes, wherever it is made. */
export const openApiText = (): string => {
  const nowhere = 'http://localhost';
  const providers = createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } });
  return `${JSON.stringify(buildOpenApi([...createRoutes(providers), ...describeWebhooks(providers)]), undefined, 2)}\n`;
};

/** What follows from the routes, by path from the root of the repository. */
export const generatedFiles = async (): Promise<Record<string, string>> => {
  const document = openApiText();
  return { 'openapi.json': document, 'client/schema.d.ts': await typesOf(document) };
};

const check = async (file: URL, path: string, text: string): Promise<void> => {
  if ((await readFile(file, 'utf8')) !== text) throw new Error(`${path} is not what the routes say: npm run openapi`);
};

if (import.meta.main) {
  for (const [path, text] of Object.entries(await generatedFiles())) {
    const file = new URL(`../${path}`, import.meta.url);
    if (process.argv.includes('--check')) await check(file, path, text);
    else await writeFile(file, text);
  }
}
