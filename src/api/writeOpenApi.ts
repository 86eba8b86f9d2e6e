import { readFile, writeFile } from 'node:fs/promises';
import { createProviders } from '../providers/index.ts';
import { buildOpenApi } from './openapi.ts';
import { createRoutes, describeWebhooks } from './routes/index.ts';

/** The text of `openapi.json`: the same for the same routes, wherever it is made. */
export const openApiText = (): string => {
  const nowhere = 'http://localhost';
  const providers = createProviders({ providerUrls: { twilio: nowhere, signalwire: nowhere, vapi: nowhere } });
  return `${JSON.stringify(buildOpenApi([...createRoutes(providers), ...describeWebhooks(providers)]), undefined, 2)}\n`;
};

const file = new URL('../../openapi.json', import.meta.url);

if (import.meta.main && process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8')) !== openApiText())
    throw new Error('openapi.json is not what the routes say: npm run openapi');
} else if (import.meta.main) {
  await writeFile(file, openApiText());
}
