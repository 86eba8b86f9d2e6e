import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { abba } from '../harness/abba.ts';
import { nextMessage, startNode } from '../harness/processes.ts';
import type { Arena, Contestant } from './contestants.ts';
import type { Arrivals, Plan } from './plan.ts';

export interface Round extends Arrivals {
  contestant: string;
  round: number;
  perSecond: number;
}

export type Load = Omit<Plan, 'urls' | 'secret'> & { endpoints: number };

/** For a round, whatever the contestant; a stalled one fails. */
const roundSeconds = 180;

export async function playRounds(
  contestants: Contestant[],
  count: number,
  arena: Arena,
  load: Load,
  onRound: (round: Round) => void,
): Promise<Round[]> {
  const rounds: Round[] = [];
  for (const { round, contestant } of abba(contestants, count)) {
    const arrivals = await play(contestant, arena, load);
    const perSecond = arrivals.delivered / arrivals.seconds;
    const result = { contestant: contestant.name, round, perSecond, ...arrivals };
    rounds.push(result);
    onRound(result);
  }
  return rounds;
}

async function play(contestant: Contestant, arena: Arena, load: Load): Promise<Arrivals> {
  await using receiver = startNode(new URL('receiver.ts', import.meta.url), {}, arena.signal);
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  receiver.process.send(secret);
  const port = await nextMessage<number>(receiver, 30);
  const { endpoints, deliveries: wanted, ...size } = load;
  // Each endpoint gets the same number.
  const deliveries = Math.ceil(wanted / endpoints) * endpoints;
  const urls = Array.from({ length: endpoints }, (_, index) => `http://127.0.0.1:${port}/hook/${index}`);
  await using _running = await contestant.start(arena, { urls, secret, deliveries, ...size });
  const deadline = Date.now() + roundSeconds * 1000;
  for (;;) {
    await sleep(250, undefined, { signal: arena.signal });
    receiver.process.send('report');
    const arrivals = await nextMessage<Arrivals>(receiver, 30);
    if (arrivals.forged > 0) throw new Error(`${contestant.title}: ${arrivals.forged} signatures were wrong`);
    if (arrivals.delivered === deliveries) return arrivals;
    if (Date.now() > deadline) {
      throw new Error(`${contestant.title}: ${arrivals.delivered} of ${deliveries} arrived in ${roundSeconds} s`);
    }
  }
}
