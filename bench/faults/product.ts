import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { readConfig } from '../../src/config.ts';
import { migrate } from '../../src/db/migrate.ts';
import { ormOptions } from '../../src/db/options.ts';
import { startApiProcess, startWorkerProcess, waitUntilReady } from '../../dev/apps.ts';
import { createDatabase } from '../../dev/database.ts';
import { freePorts } from '../../dev/ports.ts';
import { startPostgres } from '../../dev/postgres.ts';
import { loadSecrets } from '../../dev/secrets.ts';
import { seedDemo } from '../../dev/seed.ts';
import { environmentFor, type Ports } from '../../dev/settings.ts';
import { startStandins, type Standins } from '../../dev/standins/standins.ts';
import type { Service } from '../../dev/supervisor.ts';
import { findTemporalCli } from '../../dev/temporal-cli.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { searchAttributeTypes } from '../../src/temporal/searchAttributes.ts';
import { bundleCode } from '../../src/worker/bundler.ts';

export const parts = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Part = (typeof parts)[number];

/** The whole product, each part in a process of its own that is started again when it dies. */
export interface Product extends AsyncDisposable {
  baseUrl: string;
  tenantId: string;
  orm: MikroORM;
  standins: Standins;
  pidOf(part: Part): number | undefined;
}

const log = (): void => undefined;

const choosePorts = async (): Promise<Ports> => {
  const [api = 0, postgres = 0, temporal = 0, temporalUi = 0, ...rest] = await freePorts(10);
  const [n8n = 0, twilio = 0, signalwire = 0, vapi = 0, smtp = 0, mailbox = 0] = rest;
  return { api, postgres, temporal, temporalUi, standins: { n8n, twilio, signalwire, vapi, smtp, mailbox } };
};

export async function startProduct(signal: AbortSignal): Promise<Product> {
  await using resources = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'bench-faults-'));
  resources.defer(() => rm(home, { recursive: true, force: true }));
  const ports = await choosePorts();
  const running = {} as Record<Part, Service>;
  const keep = <T extends { stop(): Promise<void> }>(service: T): T => {
    resources.defer(() => service.stop());
    return service;
  };

  const executable = await findTemporalCli({ env: process.env, log });
  const postgres = keep(await startPostgres({ dataDir: join(home, 'postgres'), port: ports.postgres, log }));
  const temporal = keep(
    await startTemporal({
      executable,
      dbFile: join(home, 'temporal.db'),
      port: ports.temporal,
      log,
      searchAttributes: searchAttributeTypes,
    }),
  );
  const at = { databaseUrl: postgres.url, databaseOwnerUrl: postgres.ownerUrl, temporalAddress: temporal.address };
  const { PATH, HOME } = process.env;
  // An image brings it: a worker that starts again does not bundle.
  const bundle = join(home, 'workflows.cjs');
  await writeFile(bundle, await bundleCode());
  const env = {
    ...environmentFor({}, home, ports, loadSecrets(join(home, 'secrets.json')), at),
    PATH,
    HOME,
    NODE_ENV: 'production',
    WORKFLOW_BUNDLE: bundle,
    LOG_LEVEL: 'warn',
  };
  const config = readConfig(env);
  await createDatabase(postgres.ownerUrl);
  await migrate(config);
  const standins = keep(await startStandins({ ports: ports.standins }));
  const { tenantId } = await seedDemo(config, { n8nUrl: standins.n8n.url });
  const options = { config, env, home, log, signal };
  Object.assign(running, { postgres, temporal });
  running.api = keep(await startApiProcess(options));
  running.worker = keep(await startWorkerProcess(options));
  await waitUntilReady(options);
  const orm = resources.use(await MikroORM.init(ormOptions(config.database.url)));

  const owned = resources.move();
  return {
    baseUrl: `http://localhost:${ports.api}`,
    tenantId,
    orm,
    standins,
    pidOf: (part) => running[part].pid(),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
