import { parseArgs } from 'node:util';
import { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { ormOptions } from '../../db/options.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { toAppError } from '../http/problem.ts';
import { webhookUrlsOf } from '../webhooks/urls.ts';
import { createTenant, NewTenant } from './createTenant.ts';

const usage = `npm run tenant -- create --name <business> --email <of the owner> --owner <name of the owner>
  [--slug <in the webhook URLs; made of the business's name>] [--time-zone <America/Toronto>]`;

/** What to say instead of what was hoped for. */
const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const readArguments = () => {
  const text = { type: 'string' } as const;
  const options = { name: text, email: text, owner: text, slug: text, 'time-zone': text };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : ''}\n\n${usage}`);
  }
};

const readWanted = (): z.output<typeof NewTenant> => {
  const { values, positionals } = readArguments();
  if (positionals.join(' ') !== 'create') return fail(usage);
  const { name, slug, 'time-zone': timeZone, email, owner } = values;
  const wanted = NewTenant.safeParse({ name, slug, timeZone, owner: { email, name: owner } });
  return wanted.data ?? fail(`${z.prettifyError(wanted.error)}\n\n${usage}`);
};

/** `npm run tenant`: like `POST /tenants`, but without an operator's key or a running API. Needs the app's environment. */
const wanted = readWanted();
const { database, http } = readConfig(process.env);
await using orm = await MikroORM.init(ormOptions(database.url));
try {
  // SYSTEM: the tenant does not exist yet.
  const created = await systemEm(orm).transactional((em) => createTenant(em, { publicUrl: http.publicUrl }, wanted));
  const { tenant, user, invitation } = created;
  const webhookUrls = Object.values(webhookUrlsOf(http.publicUrl, tenant.slug));
  process.stdout.write(`${tenant.name} (${tenant.slug}) is created. For its providers:\n  ${webhookUrls.join('\n  ')}
${user.name} <${user.email}> becomes the owner with this link, until ${invitation.expiresAt.toISOString()}:
  ${invitation.url}\n`);
} catch (error) {
  const { code, message, details } = toAppError(error);
  if (code === 'internal') throw error;
  fail([message, details?.['detail']].filter(Boolean).join(' '));
}
