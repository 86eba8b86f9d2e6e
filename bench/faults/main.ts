/** `npm run bench:faults`: calls go on while each part is killed again and again; then every acknowledged webhook is accounted for. */
import { parseArgs } from 'node:util';
import { interruption, log, numbersIn } from '../harness/command.ts';
import { setTimeout as delay } from 'node:timers/promises';
import { table } from '../harness/table.ts';
import { account, type Account } from './account.ts';
import { playCalls } from './load.ts';
import { parts, startProduct, type Part, type Product } from './product.ts';

const usage = `npm run bench:faults -- [options]
  --kills 10         of each part
  --calls 3          begun a second
  --every 10         seconds between two kills
  --down 0           seconds that the part is frozen before it is killed
  --settle 30        seconds after the last call within which everything must be done
  --parts a,b        only these: api, worker, temporal, postgres`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    calls: { type: 'string', default: '3' },
    every: { type: 'string', default: '10' },
    down: { type: 'string', default: '0' },
    settle: { type: 'string', default: '30' },
    parts: { type: 'string', default: parts.join(',') },
  },
});

const number = numbersIn(values, 'a number', usage);

const interrupted = interruption();
/** Frozen for a while, as a part that hangs, then killed; what started it starts it again. */
const strike = async (product: Product, part: Part, downSeconds: number): Promise<void> => {
  const pid = product.pidOf(part);
  if (pid === undefined) throw new Error(`${part} is not running`);
  if (downSeconds > 0) {
    process.kill(pid, 'SIGSTOP');
    await delay(downSeconds * 1000);
  }
  process.kill(pid, 'SIGKILL');
};

/** @returns what there is to say of the calls that were played while this part was killed. */
const playPart = async (product: Product, part: Part): Promise<Account> => {
  const signal = interrupted;
  const enough = new AbortController();
  const playing = playCalls(product, { perSecond: number('calls'), until: AbortSignal.any([enough.signal, signal]) });
  for (let kill = 0; kill < number('kills'); kill++) {
    await delay(number('every') * 1000, undefined, { signal });
    await strike(product, part, number('down'));
  }
  await delay(number('every') * 1000, undefined, { signal });
  enough.abort();
  return account(product, await playing, number('settle'));
};

const row = (part: string, { calls, webhooks, deliveries, repeated, settledSeconds, faults }: Account): string[] => [
  part,
  ...[calls, webhooks, deliveries, repeated].map(String),
  settledSeconds === undefined ? 'not' : `${settledSeconds.toFixed(1)} s`,
  String(faults.length),
];

try {
  const chosen = parts.filter((part) => values.parts.split(',').includes(part));
  await using product = await startProduct(interrupted);
  const rows: string[][] = [];
  for (const part of chosen) {
    const result = await playPart(product, part);
    rows.push(row(part, result));
    log(`${part}: ${result.faults.length} of ${result.calls} calls are not right`);
    for (const fault of result.faults.slice(0, 10)) log(`  ${fault}`);
    if (result.faults.length > 0) process.exitCode = 1;
  }
  const head = ['killed', 'calls', 'webhooks acknowledged', 'events delivered', 'twice', 'settled after', 'faults'];
  log(`\n${table(head, rows)}`);
} catch (error) {
  process.stderr.write(`${interrupted.aborted ? 'interrupted' : (error as Error).stack}\n`);
  process.exitCode = 1;
}
