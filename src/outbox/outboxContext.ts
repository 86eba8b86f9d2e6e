import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import type { KeyRing } from '../db/core/sealing.ts';
import type { Logger } from '../logger.ts';

/** What the outbox works with. */
export interface OutboxContext {
  orm: MikroORM;
  temporal: Client;
  /** Where endpoints' workflows run. */
  taskQueue: string;
  keys: KeyRing;
  logger: Logger;
}
