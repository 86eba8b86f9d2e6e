import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { MikroORM } from '@mikro-orm/postgresql';
import { readConfig } from '../../config.ts';
import { ormOptions } from '../../db/options.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { createProviders } from '../../providers/registry.ts';
import { darkFiles } from './darkFiles.ts';
import { readDarkTenant } from './darkTenant.ts';

const usage = `npm run answering:export -- --tenant <slug> --out <folder>
  [--thanks-url <where thanks.xml will be; beside the other files>]`;

/** What to say instead of what was hoped for. */
const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const readArguments = () => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { tenant: text, out: text, 'thanks-url': text } }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : ''}\n\n${usage}`);
  }
};

/** `npm run answering:export`: writes what carriers say for a tenant while we are down. Needs the app's environment. */
const { tenant: slug = fail(usage), out = fail(usage), 'thanks-url': thanksUrl } = readArguments();
const config = readConfig(process.env);
await using orm = await MikroORM.init(ormOptions(config.database.url));
// SYSTEM: the slug is how we learn the tenant.
const tenant = (await readDarkTenant(systemEm(orm), slug)) ?? fail(`There is no tenant "${slug}".`);
const files = darkFiles(createProviders(config), tenant, new Date(), thanksUrl);
for (const [path, text] of Object.entries(files)) {
  const file = join(out, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
process.stdout.write(`${Object.keys(files).length} files for ${tenant.numbers.length} numbers are in ${out}\n`);
