import { MikroORM } from '@mikro-orm/postgresql';
import { Client, Connection } from '@temporalio/client';
import type { Config } from './config.ts';
import { ormOptions } from './db/options.ts';
import type { KeyRing } from './db/sealing.ts';
import { createLogger, type Logger } from './logger.ts';
import { createProviders, type Providers } from './providers/index.ts';

/** Everything a process needs, built once. */
export interface AppContext {
  config: Config;
  logger: Logger;
  orm: MikroORM;
  temporal: Client;
  providers: Providers;
  keys: KeyRing;
  close(): Promise<void>;
}

/**
 * Connects nothing: PostgreSQL and Temporal may be down when a process starts, it then says so in `/health/ready`.
 * @param overrides single fields, for tests.
 */
export const createContext = async (
  config: Config,
  name: string,
  overrides: Partial<Omit<AppContext, 'close'>> = {},
): Promise<AppContext> => {
  const orm = overrides.orm ?? (await MikroORM.init(ormOptions(config.database.url, config.database.poolSize)));
  const connection = Connection.lazy({ address: config.temporal.address });
  return {
    config,
    logger: createLogger(config.logLevel, name),
    orm,
    temporal: new Client({ connection, namespace: config.temporal.namespace }),
    providers: createProviders(config),
    keys: config.encryptionKeys,
    ...overrides,
    close: async () => {
      await connection.close();
      await orm.close();
    },
  };
};
