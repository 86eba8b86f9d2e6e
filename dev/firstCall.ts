import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
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
  const player = execa(process.execPath, [script, scenario, ...addresses], {
    stdin: 'ignore',
    all: true,
    reject: false,
    cancelSignal: signal,
  });
  for await (const line of player.iterable({ from: 'all' })) log(`    ${line}`);
  const { failed } = await player;
  signal.throwIfAborted();
  if (!failed) writeFileSync(marker, `${new Date().toISOString()}\n`);
  else log(`  ! It did not go as it should. To play it again: npm run simulate -- ${scenario}`);
};
