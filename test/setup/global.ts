import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { createDatabase } from '../../dev/database.ts';
import { freePorts } from '../../dev/ports.ts';
import { startPostgres } from '../../dev/postgres.ts';
import { endLeftovers, livingRecords, recordProcess, startReaper } from '../../dev/records.ts';
import { findTemporalCli } from '../../dev/temporal-cli.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { searchAttributeTypes } from '../../src/temporal/searchAttributes.ts';
import { addressOf, copyDatabase, dropCopy } from '../support/copies.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** As the app's own role, on a database of this run alone. */
    databaseUrl: string;
    databaseOwnerUrl: string;
    /** Migrated, and without rows: databases of single tests are copies of it. */
    databaseTemplate: string;
    temporalAddress: string;
    /** Where this run keeps its workflow code, once it is bundled. */
    workflowBundle: string;
  }
}

const runs = resolve(import.meta.dirname, '../../.data/test');
const run = randomBytes(4).toString('hex');
const home = join(runs, run);
const runDir = join(home, 'run');
const self = 'vitest';

const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** A run beside us needs a moment between creating its folder and signing it. */
const isYoung = (folder: string): boolean =>
  Date.now() - (statSync(folder, { throwIfNoEntry: false })?.ctimeMs ?? Date.now()) < 10_000;

/** Folders of runs that were killed. Those of runs beside us have a living owner. */
const removeDeadRuns = async (): Promise<void> => {
  mkdirSync(runs, { recursive: true });
  for (const folder of readdirSync(runs).map((name) => join(runs, name))) {
    if (isYoung(folder) || livingRecords(join(folder, 'run')).some(({ name }) => name === self)) continue;
    await endLeftovers(join(folder, 'run'));
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What to stop or remove at the end, the latest first. */
const cleanup: (() => Promise<void>)[] = [];

interface Addresses {
  url: string;
  ownerUrl: string;
}

const database = `receptionist_test_${run}`;
const template = `${database}_template`;

const startDatabase = async (port: number): Promise<Addresses> => {
  // Nothing of a test run needs to survive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const server = await startPostgres({ dataDir: join(home, 'postgres'), port, log, database, settings });
  cleanup.unshift(server.stop);
  return server;
};

/** A database of this run on a server that the tests did not start. */
const useDatabase = (url: string, ownerUrl: string): Addresses => {
  cleanup.unshift(async () => {
    for (const name of [database, template]) await dropCopy(ownerUrl, name);
  });
  return { url: addressOf(url, database), ownerUrl: addressOf(ownerUrl, database) };
};

/** @returns its name. */
const migrateTemplate = async ({ url, ownerUrl }: Addresses): Promise<string> => {
  const addresses = { url: addressOf(url, template), ownerUrl: addressOf(ownerUrl, template) };
  await createDatabase(addresses.ownerUrl);
  await migrate({ database: addresses });
  return template;
};

const prepareDatabase = async (port: number): Promise<Addresses & { template: string }> => {
  const { TEST_DATABASE_URL: given, TEST_DATABASE_OWNER_URL: givenOwner = given } = process.env;
  const addresses = given && givenOwner ? useDatabase(given, givenOwner) : await startDatabase(port);
  const migrated = process.env['TEST_DATABASE_TEMPLATE'] ?? (await migrateTemplate(addresses));
  await copyDatabase(addresses.ownerUrl, migrated, database);
  return { ...addresses, template: migrated };
};

const prepareTemporal = async (port: number): Promise<{ address: string }> => {
  const { TEST_TEMPORAL_ADDRESS: given } = process.env;
  if (given) return { address: given };
  const executable = await findTemporalCli({ env: process.env, log });
  const dbFile = join(home, 'temporal.db');
  const server = await startTemporal({
    executable,
    dbFile,
    port,
    log,
    searchAttributes: searchAttributeTypes,
    dynamicConfig: {
      // So that a long recovery need not be that long.
      'limit.historyCount.suggestContinueAsNew': 20,
    },
  });
  cleanup.unshift(server.stop);
  return server;
};

const teardown = async (): Promise<void> => {
  await Promise.all(cleanup.map((clean) => clean()));
  rmSync(home, { recursive: true, force: true });
};

/** Servers of this run alone, so that runs beside each other and beside `npm start` do not meet. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await removeDeadRuns();
  recordProcess(runDir, self, process.pid);
  startReaper(runDir);
  const [postgresPort = 0, temporalPort = 0] = await freePorts(2);
  const starts = [prepareDatabase(postgresPort), prepareTemporal(temporalPort)] as const;
  try {
    const [{ url, ownerUrl, template }, temporal] = await Promise.all(starts);
    provide('databaseUrl', url);
    provide('databaseOwnerUrl', ownerUrl);
    provide('databaseTemplate', template);
    provide('temporalAddress', temporal.address);
    provide('workflowBundle', join(home, 'workflows.cjs'));
    return teardown;
  } catch (error) {
    await Promise.allSettled(starts);
    await teardown();
    throw error;
  }
}
