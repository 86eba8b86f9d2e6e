import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startApi, type RunningApi } from '../../src/api/api.ts';
import { readConfig } from '../../src/config.ts';
import { createContext, type AppContext } from '../../src/context.ts';
import { Call, Tenant, WebhookDelivery, WebhookEvent } from '../../src/db/entities.ts';
import { saveDefaultEndpoint } from '../../src/db/deliveries/endpoints.ts';
import { saveIntegration } from '../../src/db/tenants/integrations.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { providerNames } from '../../src/domain/providers.ts';
import { demo } from '../../dev/simulator/demo.ts';
import { startStandins, type Standins } from '../../dev/standins/standins.ts';
import { startWorker, type RunningWorker } from '../../src/worker/worker.ts';
import { sharedBundle } from './bundle.ts';
import { createOwnDatabase } from './database.ts';
import { jwtPrivateKey } from './keys.ts';
import { aboutCall } from './records.ts';
import './quiet.ts';

/** Signed as the provider does; where we really listen is another matter, as behind a proxy. */
export const publicUrl = 'https://api.example.test';

interface TestTenant {
  id: string;
  slug: string;
  endpointSecret: string;
}

/** One API, one worker, one database and the outside world, with a tenant: files of tests run side by side. */
export interface Stack {
  app: AppContext;
  baseUrl: string;
  standins: Standins;
  tenant: TestTenant;
  api: RunningApi;
  worker: RunningWorker;
  createTenant(): Promise<TestTenant>;
  findCall(externalCallId: string): Promise<Call | null>;
  /** The call once it is closed. */
  closedCall(externalCallId: string): Promise<Call>;
  webhookEvents(externalCallId: string): Promise<WebhookEvent[]>;
  deliveries(externalCallId: string): Promise<WebhookDelivery[]>;
  stop(): Promise<void>;
}

/** Waits for a condition, never for a time. A look that fails, as where a machine is too busy to connect, is taken again. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  seconds = 180,
): Promise<T> => {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    let cause: unknown;
    const found = await look().catch((error: unknown) => void (cause = error));
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`, { cause });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const createTenant = async (app: AppContext, standins: Standins): Promise<TestTenant> => {
  const slug = `test-${randomUUID()}`;
  const systems = systemEm(app.orm);
  const tenant = systems.create(Tenant, { slug, name: 'Plomberie Essai' });
  await systems.persist(tenant).flush();
  const endpointSecret = `whsec_${randomBytes(32).toString('base64')}`;
  standins.n8n.register(slug, endpointSecret);
  const em = tenantEm(app.orm, tenant.id);
  for (const kind of providerNames)
    // Tenants of other tests have the same numbers.
    await saveIntegration(em, app.keys, tenant.id, kind, demo[kind], 'contested');
  await em.flush();
  const endpoint = { webhookUrl: standins.n8n.webhookUrl(slug), signatureSecret: endpointSecret };
  await em.transactional((tx) => saveDefaultEndpoint(tx, app.keys, tenant.id, endpoint));
  return { id: tenant.id, slug, endpointSecret };
};

/** Configuration for calls that no assistant answers: nothing more is heard of them once their carrier says that they are over. */
export const withoutAssistant = { CALL_GRACE_SECONDS: '0.1', CALL_PRICE_AFTER_SECONDS: '0.2,1,5' };

/** @param environment overrides of the configuration. */
export const startStack = async (environment: Record<string, string> = {}): Promise<Stack> => {
  const [standins, database] = await Promise.all([startStandins(), createOwnDatabase()]);
  const config = readConfig({
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    TEMPORAL_TASK_QUEUE: `test-${randomUUID()}`,
    WORKER_VERSIONING: 'false',
    WORKFLOW_BUNDLE_DIR: await mkdtemp(join(tmpdir(), 'receptionist-bundles-')),
    WORKFLOW_BUNDLE: environment['WORKFLOW_BUNDLE'] ?? (await sharedBundle()),
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: publicUrl,
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    JWT_PRIVATE_KEY: jwtPrivateKey,
    TWILIO_API_URL: standins.twilioUrl,
    SIGNALWIRE_API_URL: standins.signalwireUrl,
    VAPI_API_URL: standins.vapiUrl,
    SMTP_URL: standins.mail.smtpUrl,
    MAIL_FROM: 'Réception <no-reply@example.test>',
    DELIVERY_ALLOWED_HOSTS: '127.0.0.1',
    CALL_GRACE_SECONDS: '2',
    CALL_WATCHDOG_SECONDS: '2',
    CALL_PRICE_AFTER_SECONDS: '1,2,5',
    SWEEP_INTERVAL_SECONDS: '2',
    // A busy machine must not count as an outage: tests of outages set their own.
    COMMIT_PATIENCE_MS: '60000',
    LOG_LEVEL: 'error',
    ...environment,
  });
  const app = await createContext(config, 'test');
  const [api, worker] = await Promise.all([startApi(app), startWorker(app)]);
  const tenant = await createTenant(app, standins);
  const em = () => tenantEm(app.orm, tenant.id);
  const findCall = (externalCallId: string) => em().findOne(Call, { externalCallId });
  return {
    app,
    baseUrl: api.url,
    standins,
    tenant,
    api,
    worker,
    createTenant: () => createTenant(app, standins),
    findCall,
    closedCall: (externalCallId) =>
      until(`call ${externalCallId} to close`, async () => {
        const call = await findCall(externalCallId);
        return call?.closedAt ? call : null;
      }),
    webhookEvents: (externalCallId) => em().find(WebhookEvent, aboutCall(externalCallId)),
    deliveries: (externalCallId) => em().find(WebhookDelivery, aboutCall(externalCallId)),
    stop: async () => {
      await api.stop();
      await worker.stop();
      await app.close();
      await standins.stop();
      await database.drop();
    },
  };
};
