import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { freePort } from './processes.ts';

/** Only databases made here are ever written. */
export interface BenchPostgres extends AsyncDisposable {
  version: string;
  /** The address of the same server with another database in it. */
  urlOf(database: string): string;
  query<Row extends object>(database: string, sql: string): Promise<Row[]>;
  /** Makes `database` anew, as a copy of `template` when one is given. */
  recreate(database: string, template?: string): Promise<void>;
  /** Drops `database`, and the connections to it. */
  drop(database: string): Promise<void>;
  dropRole(name: string): Promise<void>;
}

/** The server at `url`, or a throw-away one. @throws Error when the server would lose commits. */
export async function openPostgres(url: string | undefined): Promise<BenchPostgres> {
  const own = url === undefined ? await startOwn() : undefined;
  const base = new URL(url ?? own!.url);
  const maintenance = decodeURIComponent(base.pathname.slice(1)) || 'postgres';
  const urlOf = (database: string) => Object.assign(new URL(base), { pathname: `/${database}` }).href;

  const query = async <Row extends object>(database: string, sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: urlOf(database) });
    await client.connect();
    try {
      const { rows } = await client.query<Row>(sql);
      return rows;
    } finally {
      await client.end();
    }
  };
  const execute = async (sql: string) => void (await query(maintenance, sql));
  const drop = (database: string) => execute(`drop database if exists ${escapeIdentifier(database)} with (force)`);
  const { server_version: version = '', ...durability } = await readSettings(query, maintenance);
  requireDurability(durability);

  return {
    version,
    urlOf,
    query,
    drop,
    dropRole: (name) => execute(`drop role if exists ${escapeIdentifier(name)}`),
    recreate: async (database, template = 'template1') => {
      await drop(database);
      await execute(`create database ${escapeIdentifier(database)} template ${escapeIdentifier(template)}`);
      // A checkpoint of the round before would otherwise fall into this one.
      await execute('checkpoint');
    },
    [Symbol.asyncDispose]: async () => own?.stop(),
  };
}

async function readSettings(query: BenchPostgres['query'], database: string): Promise<Record<string, string>> {
  const rows = await query<{ name: string; setting: string }>(
    database,
    `select name, setting from pg_settings
     where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

function requireDurability(settings: Record<string, string>): void {
  const loose = Object.entries(settings).filter(([, setting]) => setting !== 'on');
  if (loose.length === 0) return;
  throw new Error(`PostgreSQL would lose commits: ${loose.map((pair) => pair.join(' = ')).join(', ')}`);
}

async function startOwn(): Promise<{ url: string; stop(): Promise<void> }> {
  const { startPostgres } = await import('../../dev/postgres.ts');
  const folder = await mkdtemp(join(tmpdir(), 'bench-postgres-'));
  const server = await startPostgres({
    dataDir: join(folder, 'data'),
    port: await freePort(),
    log: () => undefined,
    database: 'postgres',
  });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.ownerUrl, stop };
}
