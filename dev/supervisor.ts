import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Child, type ChildSpec, startChild } from './child.ts';
import { explain, StartFailure } from './failure.ts';
import { lastLines } from './logfile.ts';
import type { Log } from './progress.ts';

export interface ServiceSpec extends ChildSpec {
  log: Log;
  /** Asked every so often from the moment the process exists. */
  isReady: (child: Child) => Promise<boolean> | boolean;
  /** Before each start, the first as every other: removes what a dead process left in the way. */
  prepare?: () => Promise<void>;
  /** Turns the output of a failed start into one sentence. */
  diagnose?: (output: string) => string | undefined;
  readyTimeoutSeconds?: number;
  /** Gives up a start that is no longer wanted. */
  signal?: AbortSignal | undefined;
}

export interface Service {
  pid(): number | undefined;
  /** Whether the process runs and answers. */
  isAlive(): Promise<boolean>;
  /** Asks the process to end, and insists after ten seconds. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

const stopGraceMs = 10_000;
const longestPauseMs = 2_000;
const pauseBeforeRestartMs = (failures: number): number => Math.min(longestPauseMs, 50 * 2 ** failures);

const endChild = async (child: Child, stopSignal: NodeJS.Signals): Promise<void> => {
  child.signal(stopSignal);
  const insist = setTimeout(() => child.kill(), stopGraceMs);
  await child.ended;
  clearTimeout(insist);
};

/** @returns false when the child ended, or was not ready in time. */
const becomesReady = async (child: Child, spec: ServiceSpec, signal: AbortSignal): Promise<boolean> => {
  const deadline = Date.now() + (spec.readyTimeoutSeconds ?? 60) * 1000;
  for (let pauseMs = 20; child.isRunning() && !signal.aborted && Date.now() < deadline;) {
    if (await spec.isReady(child)) return true;
    await Promise.race([delay(pauseMs), child.ended]);
    pauseMs = Math.min(250, pauseMs * 2);
  }
  return false;
};

const startFailure = async (child: Child, spec: ServiceSpec): Promise<StartFailure> => {
  const how = child.isRunning() ? 'it did not answer in time' : await child.ended;
  const sentence = spec.diagnose?.(child.output());
  return new StartFailure(
    sentence ?? `${spec.name} did not start (${how}); ${spec.logFile} ends with:\n${lastLines(child.output(), 12)}`,
  );
};

/**
 * Starts a process, waits until it is of use, and from then on starts it again whenever it ends by itself.
 * @throws StartFailure when the first start fails: that is for a person to solve.
 */
export const startService = async (spec: ServiceSpec): Promise<Service> => {
  const stopping = new AbortController();
  const unwanted = spec.signal ? AbortSignal.any([spec.signal, stopping.signal]) : stopping.signal;
  const stopSignal = spec.stopSignal ?? 'SIGTERM';

  await spec.prepare?.();
  let child = startChild(spec);
  if (!(await becomesReady(child, spec, unwanted))) {
    const failure = await startFailure(child, spec);
    await endChild(child, stopSignal);
    spec.signal?.throwIfAborted();
    throw failure;
  }

  /** @returns what went wrong, if anything did. */
  const restart = async (): Promise<string | undefined> => {
    try {
      await spec.prepare?.();
      stopping.signal.throwIfAborted();
      child = startChild(spec);
      if (await becomesReady(child, spec, stopping.signal)) return undefined;
      if (!child.isRunning()) return await child.ended;
      await endChild(child, stopSignal);
      return 'it did not answer in time';
    } catch (error) {
      return explain(error);
    }
  };

  const keepAlive = async (): Promise<void> => {
    for (;;) {
      const how = await child.ended;
      if (stopping.signal.aborted) return;
      const since = Date.now();
      spec.log(`  ! ${spec.name} ended unexpectedly (${how}); starting it again`);
      for (let failures = 0; ; failures += 1) {
        await Promise.race([delay(pauseBeforeRestartMs(failures)), stopRequested]);
        if (stopping.signal.aborted) return;
        const problem = await restart();
        if (problem === undefined) break;
        if (!stopping.signal.aborted) spec.log(`  ! ${spec.name} still fails (${problem}); see ${spec.logFile}`);
      }
      spec.log(`  ✓ ${spec.name} is back after ${((Date.now() - since) / 1000).toFixed(1)} s`);
    }
  };
  const stopRequested = once(stopping.signal, 'abort');
  const keeper = keepAlive();

  return {
    pid: () => child.pid,
    isAlive: async () => child.isRunning() && (await spec.isReady(child)),
    stop: async () => {
      stopping.abort();
      if (child.isRunning()) await endChild(child, stopSignal);
      await keeper;
    },
    kill: () => {
      stopping.abort();
      child.kill();
    },
  };
};
