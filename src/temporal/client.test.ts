import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createTemporalClient } from './client.ts';

test('a question that waits for its next attempt ends with its client, and throws nowhere else', async () => {
  let connections = 0;
  const refusing = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(refusing, 'listening');
  const { port } = refusing.address() as AddressInfo;
  const { connection } = createTemporalClient({ address: `127.0.0.1:${port}`, namespace: 'default' });

  const asked = connection.workflowService.getSystemInfo({});
  const failure = asked.catch((error: unknown) => error);
  await vi.waitUntil(() => connections > 0, { timeout: 30_000 });
  await connection.close();
  expect(await failure).toMatchObject({ code: 1 });
  // One that is asked after the end, too.
  await expect(connection.workflowService.getSystemInfo({})).rejects.toMatchObject({ code: 1 });
  refusing.close();
});
