import { readConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { startApi } from './api.ts';

const app = await createContext(readConfig(process.env), 'api');
const api = await startApi(app);
app.logger.info({ url: api.url, publicUrl: app.config.http.publicUrl }, 'the API is listening');

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await api.stop();
  await app.close();
  // Temporal's client may still have a retry in its timer, which would throw now that the connection is closed.
  process.exit();
};
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void stop());
