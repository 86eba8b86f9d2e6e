import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from './options.ts';
import { appRole, systemRole } from './tenancy.ts';

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

const grantStatements = [appRole, systemRole].flatMap((role) => [
  `grant usage on schema public to ${role}`,
  `grant select, insert, update, delete on all tables in schema public to ${role}`,
  // Append-only.
  `revoke update, delete on audit_events from ${role}`,
]);

/** Brings the schema up to date as the owner, and lets the app's login in. Safe to run at every start. */
export const migrate = async ({ database }: { database: DatabaseConfig }): Promise<void> => {
  await using orm = await MikroORM.init(ormOptions(database.ownerUrl));
  // In one transaction: at no moment is more granted than in the end.
  const execute = (statements: string[]) =>
    orm.em.transactional(async (em) => {
      for (const sql of statements) await em.execute(sql);
    });
  const ownLogin = new URL(database.url).username !== new URL(database.ownerUrl).username;
  await execute(ownLogin ? roleStatements(new URL(database.url)) : roleStatements(new URL(database.url)).slice(0, 2));
  await orm.migrator.up();
  await execute(grantStatements);
};
