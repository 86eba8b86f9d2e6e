import { join } from 'node:path';
import type { AppOptions } from './apps.ts';
import { type ChildSpec, startChild } from './child.ts';
import { StartFailure } from './failure.ts';
import { lastLines } from './logfile.ts';

type Options = Pick<AppOptions, 'env' | 'home'>;

const worker = join(import.meta.dirname, '../src/worker');

const run = async (name: string, args: string[], { env, home }: Options): Promise<void> => {
  const spec: ChildSpec = {
    name,
    command: process.execPath,
    args,
    cwd: join(worker, '..'),
    env,
    logFile: join(home, 'logs', `${name}.log`),
    runDir: join(home, 'run'),
  };
  const child = startChild(spec);
  const how = await child.ended;
  if (how !== 'exit code 0') throw new StartFailure(`${name} failed (${how}):\n${lastLines(child.output(), 12)}`);
};

/** Bundles the workflow code once, for the worker and for its promotion. @returns the bundle's file. */
export const bundleWorkflows = async (options: Options): Promise<string> => {
  const file = join(options.home, 'workflows.cjs');
  await run('bundle-workflows', [join(worker, 'build.ts'), file], options);
  return file;
};

/** The deploy step: new calls begin on the code as it is now. */
export const promoteWorkflows = (options: Options): Promise<void> =>
  run('promote-workflows', [join(worker, 'promote', 'main.ts')], options);
