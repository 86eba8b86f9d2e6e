import { setTimeout as sleep } from 'node:timers/promises';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { ormOptions } from './options.ts';
import { createPartitions } from './privacy/partitions.ts';
import { appRole, systemRole } from './core/tenancy.ts';

interface DatabaseConfig {
  url: string;
  ownerUrl: string;
}

const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const createRole = (name: string, attributes: string): string =>
  `do $$ begin create role ${quoteName(name)} ${attributes}; exception when duplicate_object or unique_violation then null; end $$`;

/**
 * The two roles that the policies name, and the app's login (from DATABASE_URL) as a member of both. NOINHERIT: the
 * login by itself sees nothing; each transaction takes on one of the roles.
 */
const roleStatements = (login: URL): string[] => {
  const name = decodeURIComponent(login.username);
  return [
    createRole(appRole, 'nologin'),
    createRole(systemRole, 'nologin'),
    createRole(name, 'login noinherit'),
    `alter role ${quoteName(name)} password ${quoteText(decodeURIComponent(login.password))}`,
    `grant ${appRole}, ${systemRole} to ${quoteName(name)}`,
  ];
};

/** What is there stays as it was written. */
const appendOnlyTables = ['audit_events', 'answering_versions'];

const grantStatements = [appRole, systemRole].flatMap((role) => [
  `grant usage on schema public to ${role}`,
  `grant select, insert, update, delete on all tables in schema public to ${role}`,
  ...appendOnlyTables.map((table) => `revoke update, delete on ${table} from ${role}`),
]);

/**
 * How long a statement waits for its lock. Whatever comes after it waits behind it, webhooks too: so it gives up, lets them pass, and
 * tries again. Half an hour is what the longest export takes.
 */
const patience = { lockTimeoutMs: 1_000, pauseMs: 4_000, attempts: 360 };

const ownerOptions = (url: string, lockTimeoutMs: number): Options => {
  const options = ormOptions(url);
  return {
    ...options,
    driverOptions: { ...options.driverOptions, lock_timeout: lockTimeoutMs },
    // It describes the entities; written from a database it would list partitions, too.
    migrations: { ...options.migrations, snapshot: false },
  };
};

const lockNotAvailable = '55P03';

const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as { code?: unknown }).code === lockNotAvailable || isLockTimeout((error as { cause?: unknown }).cause));

/** Does the work again for as long as another transaction has what it needs. */
const persistently = async (work: () => Promise<unknown>, { pauseMs, attempts }: typeof patience): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isLockTimeout(error) || attempt >= attempts) throw error;
      await sleep(pauseMs);
    }
  }
};

/**
 * Brings the schema up to date as the owner, and lets the app's login in. Safe to run at every start.
 * @throws Error when what it needs stays locked for too long; what is done stays done.
 */
export const migrate = async (
  { database }: { database: DatabaseConfig },
  limits: Partial<typeof patience> = {},
): Promise<void> => {
  const waiting = { ...patience, ...limits };
  await using orm = await MikroORM.init(ownerOptions(database.ownerUrl, waiting.lockTimeoutMs));
  // In one transaction: at no moment is more granted than in the end.
  const execute = (statements: string[]) =>
    orm.em.transactional(async (em) => {
      for (const sql of statements) await em.execute(sql);
    });
  const ownLogin = new URL(database.url).username !== new URL(database.ownerUrl).username;
  const roles = roleStatements(new URL(database.url));
  const steps = [
    () => execute(ownLogin ? roles : roles.slice(0, 2)),
    () => orm.migrator.up(),
    () => execute(grantStatements),
    () => createPartitions(orm.em.fork()),
  ];
  for (const step of steps) await persistently(step, waiting);
};
