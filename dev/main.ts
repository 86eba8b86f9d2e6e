import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readConfig } from '../src/config.ts';
import { migrate } from '../src/db/migrate.ts';
import { searchAttributeTypes } from '../src/temporal/searchAttributes.ts';
import { startApiProcess, startWorkerProcess, waitUntilReady } from './apps.ts';
import { assertReachable, createDatabase } from './database.ts';
import { explain, StartFailure } from './failure.ts';
import { playFirstCall } from './firstCall.ts';
import { assertPortsFree } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { during } from './progress.ts';
import { endLeftovers, livingRecords, recordProcess, startReaper } from './records.ts';
import { loadSecrets } from './secrets.ts';
import { seedDemo } from './seed.ts';
import { environmentFor, neededPorts, type Ports, readPorts } from './settings.ts';
import { Stack } from './stack.ts';
import { startStandins } from './standins/standins.ts';
import { summary } from './summary.ts';
import { bundleWorkflows, promoteWorkflows } from './workflowCode.ts';
import { findTemporalCli } from './temporal-cli.ts';
import { assertServing, startTemporal } from './temporal.ts';

const root = resolve(import.meta.dirname, '..');
const home = join(root, '.data');
const runDir = join(home, 'run');
const self = 'npm-start';
const log = (line: string): void => void process.stdout.write(`${line}\n`);

const wanted = new AbortController();
const { signal } = wanted;
const stack = new Stack(() => wanted.abort());

/** One stack a checkout: makes sure that no other runs here, and ends what a killed one left behind. */
const takeOver = async (): Promise<() => void> => {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch (error) {
    throw new StartFailure(`${home} cannot be written (${(error as Error).message}): does it belong to another user?`);
  }
  const forget = recordProcess(runDir, self, process.pid);
  const other = livingRecords(runDir).find(({ name, pid }) => name === self && pid !== process.pid);
  if (other) {
    forget();
    throw new StartFailure(`Already running here, as process ${other.pid}: stop that one first.`);
  }
  const ended = await endLeftovers(runDir);
  if (ended.length > 0) log(`  Ended what a killed start had left running: ${ended.join(', ')}.`);
  startReaper(runDir);
  return forget;
};

const usePostgres = async (ports: Ports) => {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: givenOwner = given } = process.env;
  if (given && givenOwner) {
    await assertReachable(givenOwner);
    return { url: given, ownerUrl: givenOwner, stop: async () => {} };
  }
  const options = { dataDir: join(home, 'postgres'), port: ports.postgres, log, signal };
  return during(log, 'PostgreSQL', () => startPostgres(options));
};

const useTemporal = async (ports: Ports) => {
  const { TEMPORAL_ADDRESS: given, TEMPORAL_NAMESPACE: namespace = 'default' } = process.env;
  if (given) {
    await assertServing(given, namespace);
    return { address: given, uiUrl: undefined, stop: async () => {} };
  }
  const executable = await findTemporalCli({ env: process.env, log, signal });
  const at = { dbFile: join(home, 'temporal.db'), port: ports.temporal, uiPort: ports.temporalUi };
  return during(log, 'Temporal', () =>
    startTemporal({ executable, ...at, searchAttributes: searchAttributeTypes, log, signal }),
  );
};

const start = async (): Promise<void> => {
  const ports = readPorts(process.env);
  await assertPortsFree(neededPorts(ports, process.env));
  const secrets = loadSecrets(join(home, 'secrets.json'));
  const bundling =
    process.env.WORKFLOW_BUNDLE ?? during(log, 'workflow code', () => bundleWorkflows({ env: process.env, home }));
  const servers = stack.addLayer(usePostgres(ports), useTemporal(ports));
  const [[database, temporal], workflowBundle] = await Promise.all([servers, bundling]);
  const addresses = {
    databaseUrl: database.url,
    databaseOwnerUrl: database.ownerUrl,
    temporalAddress: temporal.address,
  };
  const given = { ...process.env, WORKFLOW_BUNDLE: workflowBundle };
  const env = environmentFor(given, home, ports, secrets, addresses);
  const config = readConfig(env);

  await during(log, 'database schema', async () => {
    if (!process.env.DATABASE_URL) await createDatabase(database.ownerUrl);
    await migrate(config);
  });
  signal.throwIfAborted();
  const [standins] = await stack.addLayer(startStandins({ ports: ports.standins }));
  await during(log, 'demo tenant', () => seedDemo(config, { n8nUrl: standins.n8n.url }));
  signal.throwIfAborted();

  const options = { config, env, home, log, signal };
  await stack.addLayer(
    during(log, 'API', () => startApiProcess(options)),
    during(log, 'worker', () => startWorkerProcess(options)),
  );
  await waitUntilReady(options);
  // What has been edited since the last start takes effect.
  if (config.temporal.versioning) await promoteWorkflows(options);
  await playFirstCall(options, standins.n8n.url);
  const databaseUrl = process.env.DATABASE_URL ? undefined : database.ownerUrl;
  const mailboxUrl = process.env.SMTP_URL ? undefined : standins.mail.url;
  const logDir = relative(root, join(home, 'logs'));
  log(summary({ config, databaseUrl, temporalUiUrl: temporal.uiUrl, mailboxUrl, logDir }));
};

let askedAt: number | undefined;
const stopAsked = new Promise<NodeJS.Signals>((ask) => {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (askedAt === undefined) {
        askedAt = Date.now();
        log('\nStopping …');
        wanted.abort();
        ask(name);
        // The same request may arrive over several ways: from the terminal, from npm.
      } else if (Date.now() - askedAt > 1_000) {
        log('At once, then.');
        stack.kill();
      }
    });
  }
});

let exitCode = 0;
try {
  process.chdir(root);
  const forget = await takeOver();
  try {
    await start();
    await stopAsked;
  } catch (error) {
    // As a shell says it when Ctrl-C ended a program before it had done its work.
    exitCode = askedAt === undefined ? 1 : 130;
    if (askedAt === undefined) process.stderr.write(`\n✗ ${explain(error)}\n`);
  }
  await stack.stop();
  forget();
  if (askedAt !== undefined) log('Stopped.');
} catch (error) {
  exitCode = 1;
  process.stderr.write(`\n✗ ${explain(error)}\n`);
}
process.exit(exitCode);
