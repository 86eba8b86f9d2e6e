import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../../dev/ports.ts';

const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
const document = fileURLToPath(new URL('../../openapi.json', import.meta.url));

/** Prism before the API: it lets requests through and answers in the API's place what `openapi.json` does not allow. */
export const startPrism = async (upstream: string): Promise<{ url: string; stop(): Promise<void> }> => {
  const [port = 0] = await freePorts(1);
  const options = ['--errors', '--validate-request', 'false', '--port', String(port)];
  const child = spawn(process.execPath, [prism, 'proxy', document, upstream, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const listening = Promise.withResolvers<void>();
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-5_000);
    if (output.includes('Prism is listening')) listening.resolve();
  });
  await Promise.race([
    listening.promise,
    exited.then(() => {
      throw new Error(`Prism did not start: ${output}`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
};
