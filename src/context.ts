import { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Config } from './config.ts';
import { ormOptions } from './db/options.ts';
import type { KeyRing } from './db/core/sealing.ts';
import { createSystemPool } from './db/core/systemPool.ts';
import { stopWithin } from './deadline.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { createTemporalClient } from './temporal/client.ts';
import { createProviders, type Providers } from './providers/registry.ts';

/** Everything a process needs, built once. */
export interface AppContext {
  config: Config;
  logger: Logger;
  orm: MikroORM;
  /** Commits webhooks, and nothing else. @see createSystemPool */
  systemPool: Pool;
  temporal: Client;
  providers: Providers;
  keys: KeyRing;
  /** Undefined where no mail server is configured. */
  mailer: Mailer | undefined;
  /** Ends in bounded time, whatever PostgreSQL and Temporal do. */
  close(): Promise<void>;
}

/** No request takes longer, and no activity: a connection held for longer waits for a server that is gone. */
const connectionHeldMs = 30_000;

/** Two batches of webhooks at a time, and what a repetition asks besides. */
const systemPoolSize = 3;

/** Only what was cut off still holds a connection by then. */
const closeMs = 2_000;

/**
 * Connects nothing: PostgreSQL and Temporal may be down when a process starts, it then says so in `/health/ready`.
 * @param overrides single fields, for tests.
 */
export const createContext = async (
  config: Config,
  name: string,
  overrides: Partial<Omit<AppContext, 'close'>> = {},
): Promise<AppContext> => {
  const { url, poolSize } = config.database;
  const orm = overrides.orm ?? (await MikroORM.init(ormOptions(url, poolSize, connectionHeldMs)));
  const systemPool = createSystemPool(url, systemPoolSize, connectionHeldMs);
  const temporal = createTemporalClient(config.temporal);
  const logger = overrides.logger ?? createLogger(config.logLevel, name);
  return {
    config,
    logger,
    orm,
    systemPool,
    temporal,
    providers: createProviders(config),
    keys: config.encryptionKeys,
    mailer: config.mail && createMailer(config.mail),
    ...overrides,
    close: async () => {
      await stopWithin(closeMs, 'the database pools', Promise.all([orm.close(), systemPool.end()]), logger);
      // Last: until then something may still be asked for.
      await temporal.connection.close();
    },
  };
};
