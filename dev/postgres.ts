import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartFailure } from './failure.ts';
import { findBinaries, login, owner, prepareDataDir, runAs, serverAccount } from './postgresFiles.ts';
import { endProcess, inspect } from './processes.ts';
import type { Log } from './progress.ts';
import { type Service, startService } from './supervisor.ts';

export interface PostgresOptions {
  /** Logs and process records go to `logs/` and `run/` beside it. */
  dataDir: string;
  port: number;
  log: Log;
  database?: string;
  /** Server settings over ours, such as `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Postgres extends Service {
  /** The app's address of the database; `createDatabase` and `migrate` make it work. */
  url: string;
  /** The superuser's. */
  ownerUrl: string;
}

const developmentSettings = {
  listen_addresses: '127.0.0.1',
  // TCP only: the default socket folder is not ours to write to everywhere.
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Compiling a query costs more than any query here takes.
  jit: 'off',
};

/** What the postmaster says of itself. @see pg_ctl, which waits for the same line. */
const readPidFile = (dataDir: string): { pid: number; isReady: boolean } | undefined => {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
};

/** Never two servers on one folder: ends a running one, and removes a pid file whose number another process has now. */
const endStalePostmaster = async (dataDir: string): Promise<void> => {
  const stale = readPidFile(dataDir);
  const facts = stale && inspect(stale.pid);
  if (!stale || !facts) return;
  if (facts.command.includes(dataDir)) await endProcess(stale.pid, facts.startedAt, 'SIGINT');
  else rmSync(join(dataDir, 'postmaster.pid'), { force: true });
};

const lastComplaint = (output: string): string => {
  const lines = output.split('\n');
  const complaint = lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? '';
  return complaint.replace(/^.*?(?:FATAL|PANIC):\s+|^but /, '');
};

// Connections of a killed server finish their query before they notice, and hold its memory until then.
const isStillHeld = (output: string): boolean => output.includes('shared memory block');

/** Real PostgreSQL from npm, on the loopback interface. @throws StartFailure, one sentence. */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const { port, log, database = 'receptionist', signal } = options;
  const dataDir = resolve(options.dataDir);
  const home = dirname(dataDir);
  const binaries = await findBinaries();
  const account = serverAccount(dataDir);
  await endStalePostmaster(dataDir);
  await prepareDataDir(binaries, dataDir, account);

  const settings = Object.entries({ ...developmentSettings, ...options.settings });
  const args = ['-D', dataDir, '-p', String(port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const diagnose = (output: string): string =>
    output.includes('Address already in use')
      ? `PostgreSQL cannot listen on port ${port}: another program has it.`
      : `PostgreSQL cannot use its data folder ${dataDir}: ${lastComplaint(output)} (delete the folder to begin with an empty database; ${join(home, 'logs', 'postgres.log')} has the rest).`;

  const start = (): Promise<Service> =>
    startService({
      name: 'PostgreSQL',
      ...runAs(account, binaries.postgres, args, home),
      cwd: '/',
      // Fast shutdown: the polite one waits for every client to leave.
      stopSignal: 'SIGINT',
      logFile: join(home, 'logs', 'postgres.log'),
      runDir: join(home, 'run'),
      log,
      signal,
      prepare: () => endStalePostmaster(dataDir),
      isReady: ({ pid }) => {
        const server = readPidFile(dataDir);
        return server?.pid === pid && server?.isReady === true;
      },
      diagnose,
    });

  const untilReleased = async (attemptsLeft: number): Promise<Service> => {
    try {
      return await start();
    } catch (error) {
      if (attemptsLeft === 0 || !(error instanceof StartFailure) || !isStillHeld(error.message)) throw error;
      await delay(500);
      return untilReleased(attemptsLeft - 1);
    }
  };

  const service = await untilReleased(30);
  const urlFor = ({ name, password }: typeof owner) => `postgresql://${name}:${password}@127.0.0.1:${port}/${database}`;
  return { ...service, url: urlFor(login), ownerUrl: urlFor(owner) };
};
