import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type AppOptions, localUrl } from './apps.ts';

const scenario = 'twilio-booked';

/** At the very first start, so that the dashboard and Temporal's UI have something to show. */
export const playFirstCall = async ({ config, home, log, signal }: AppOptions, standinsUrl: string): Promise<void> => {
  const marker = join(home, 'first-call-played');
  if (existsSync(marker)) return;
  log('  A first call is played:');
  const addresses = [
    '--base-url',
    localUrl(config),
    '--public-url',
    config.http.publicUrl,
    '--standins-url',
    standinsUrl,
  ];
  const script = join(import.meta.dirname, 'simulate.ts');
  const player = spawn(process.execPath, [script, scenario, ...addresses], { stdio: ['ignore', 'pipe', 'pipe'] });
  signal.addEventListener('abort', () => player.kill(), { once: true });
  for (const stream of [player.stdout, player.stderr]) createInterface(stream).on('line', (line) => log(`    ${line}`));
  const [code] = (await once(player, 'close')) as [number | null];
  signal.throwIfAborted();
  if (code === 0) writeFileSync(marker, `${new Date().toISOString()}\n`);
  else log(`  ! It did not go as it should. To play it again: npm run simulate -- ${scenario}`);
};
