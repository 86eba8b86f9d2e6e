import { setTimeout as sleep } from 'node:timers/promises';
import type { AppContext } from '../context.ts';
import { stopWithin } from '../deadline.ts';
import { Inbox } from '../inbox/index.ts';
import { moveNumbers } from '../db/tenants/moveNumbers.ts';
import { createWakeEndpoints } from '../outbox/index.ts';
import { createApp } from './app.ts';
import { Background } from './http/background.ts';
import { lookForMissedCallsOnce } from './webhooks/missedCalls.ts';
import { LiveCalls } from './watching/liveCalls.ts';
import { LiveNotes } from './watching/liveNotes.ts';
import { startServer } from './http/server.ts';
import { TenantDirectory } from './access/tenantDirectory.ts';

export interface RunningApi {
  /** Where it really listens; providers reach it under the public URL. */
  url: string;
  /** Stops accepting, answers what runs, and hands over what was accepted. The context stays open. */
  stop(): Promise<void>;
}

const warmUpMs = 2_000;
const flushMs = 5_000;

/** The API as a part of a process: PostgreSQL and Temporal may be down when it starts. */
export const startApi = async (app: AppContext): Promise<RunningApi> => {
  const { config, logger, orm, keys, temporal } = app;
  const handover = { temporal, taskQueue: config.temporal.taskQueue, timing: config.call };
  const inbox = new Inbox(app, handover, logger, config.commitPatienceMs);
  const directory = new TenantDirectory(orm, keys, logger);
  // Known before the first webhook comes, in case PostgreSQL is down when it does. It may also be so now, or not answer.
  const warm = directory
    .refresh()
    .catch((error: unknown) => logger.warn({ err: error }, 'tenants could not be read yet'));
  await Promise.race([warm, sleep(warmUpMs, undefined, { ref: false })]);
  const background = new Background(logger);
  const couldNotMove = (error: unknown, tenantId: string) =>
    logger.error({ err: error, tenantId }, 'phone numbers stay in the settings: these cannot be opened');
  const moving = moveNumbers(orm, keys, couldNotMove).catch((error: unknown) =>
    logger.warn({ err: error }, 'phone numbers stay in the settings until the next start'),
  );
  if (!config.mail) logger.warn('SMTP_URL is not set: no mail leaves, and users cannot reset their passwords');
  const wakeEndpoints = createWakeEndpoints({ orm, temporal, taskQueue: config.temporal.taskQueue });
  const [liveNotes, liveCalls] = [new LiveNotes(app), new LiveCalls(app)];
  const http = await createApp(app, { inbox, directory, background, wakeEndpoints, liveNotes, liveCalls });
  const server = await startServer(http, config.http);
  const stopping = new AbortController();
  const looking = lookForMissedCallsOnce(app, new Date(), stopping.signal);
  return {
    url: `http://${config.http.host === '0.0.0.0' ? '127.0.0.1' : config.http.host}:${server.port}`,
    stop: async () => {
      stopping.abort();
      // Streams would keep the server open.
      liveCalls.stop();
      await server.close();
      // What does not get through in time is committed: the sweep relays it.
      const rest = Promise.all([inbox.flush(), liveNotes.flush(), background.finished(), looking, moving]);
      await stopWithin(flushMs, 'what requests left behind', rest, logger);
    },
  };
};
