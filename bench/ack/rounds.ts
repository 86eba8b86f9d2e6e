import { randomBytes } from 'node:crypto';
import { cpuSeconds } from '../harness/usage.ts';
import { abba } from '../harness/abba.ts';
import { nextMessage, startNode } from '../harness/processes.ts';
import { callbackStream, type Callback, type Subscription } from '../harness/callbacks.ts';
import type { Arena, Contestant, Running } from './contestant.ts';
import type { LoadPlan, LoadResult } from './load/plan.ts';

export interface Round extends LoadResult {
  contestant: string;
  round: number;
  /** Events stored by the load, counted when it was over. */
  stored: number;
  /** Processor time of the answering process for each acknowledgement; steadier than its pace on a busy machine. */
  serverCpuMicroseconds: number;
}

export type Load = Pick<LoadPlan, 'arrivals' | 'connections' | 'measuredSeconds' | 'rate' | 'warmupSeconds'>;

export async function playRounds(
  contestants: Contestant[],
  count: number,
  arena: Arena,
  load: Load,
  onRound: (round: Round) => void,
): Promise<Round[]> {
  const rounds: Round[] = [];
  for (const { round, contestant } of abba(contestants, count)) {
    const result = { contestant: contestant.name, round, ...(await play(contestant, arena, load)) };
    rounds.push(result);
    onRound(result);
  }
  return rounds;
}

async function play(contestant: Contestant, arena: Arena, load: Load): Promise<Omit<Round, 'contestant' | 'round'>> {
  await using generator = startNode(new URL('load/main.ts', import.meta.url), {}, arena.signal);
  generator.process.send({ ...load, subscription: arena.subscription, run: freshRun() } satisfies LoadPlan);
  await nextMessage(generator, 120);
  await using running = await contestant.start(arena);
  await checkContract(contestant, running, arena.subscription);
  const before = await running.countStored(0);
  const cpuBefore = await cpuSeconds(running.pid);
  generator.process.send(running.port);
  const result = await nextMessage<LoadResult>(generator, load.warmupSeconds + load.measuredSeconds + 60);
  const serverCpuMicroseconds = (((await cpuSeconds(running.pid)) - cpuBefore) / result.acknowledged) * 1e6;
  const stored = (await running.countStored(before + result.acknowledged)) - before;
  requireTruth(contestant, result, stored);
  return { ...result, stored, serverCpuMicroseconds };
}

/** Every acknowledged event is stored, once; of the others only those whose answer was lost may be. */
function requireTruth({ title }: Contestant, { acknowledged, unknown }: LoadResult, stored: number): void {
  if (stored >= acknowledged && stored <= acknowledged + unknown) return;
  throw new Error(`${title}: ${acknowledged} acknowledged, ${unknown} unknown, but ${stored} stored`);
}

/** A contestant that skips what it claims to do would win unfairly. */
async function checkContract(
  { title, checks }: Contestant,
  running: Running,
  subscription: Subscription,
): Promise<void> {
  const callback = callbackStream(subscription, freshRun())(0);
  const forged = { ...callback, body: callback.body.replace('CallStatus=queued', 'CallStatus=failed') };
  const statuses = [await post(running, callback), await post(running, callback), await post(running, forged)];
  const expected = checks ? [true, true, false] : [true, true, true];
  if (expected.some((isTaken, at) => isTaken !== isSuccess(statuses[at]!))) {
    throw new Error(`${title}: answered ${statuses.join(', ')} to a callback, its repetition and a forged one`);
  }
  const stored = await running.countStored(1);
  if (checks && stored !== 1) throw new Error(`${title}: a callback sent twice was stored ${stored} times`);
}

async function post({ port }: Running, { path, headers, body }: Callback): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(10_000),
  });
  await response.arrayBuffer();
  return response.status;
}

const isSuccess = (status: number) => status >= 200 && status <= 299;
const freshRun = () => randomBytes(8).toString('hex');
