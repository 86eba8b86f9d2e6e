import type { Worker } from '@temporalio/worker';
import type { AppContext } from '../context.ts';
import type { WorkflowBundle } from './bundles.ts';

type Run = (bundle: WorkflowBundle) => Promise<Worker>;

/** The workers of other versions, one each: a version that cannot run costs a warning, and its next try. */
export class Fleet {
  readonly #create: Run;
  readonly #logger: AppContext['logger'];
  readonly #running = new Map<string, { worker: Worker; ended: Promise<void> }>();

  constructor(create: Run, logger: AppContext['logger']) {
    this.#create = create;
    this.#logger = logger;
  }

  get buildIds(): string[] {
    return [...this.#running.keys()];
  }

  /** Starts and ends workers until these versions run. @returns those that could not be started. */
  async serve(bundles: WorkflowBundle[]): Promise<string[]> {
    for (const buildId of this.buildIds) if (!bundles.some((bundle) => bundle.buildId === buildId)) this.#end(buildId);
    const failed: string[] = [];
    for (const bundle of bundles.filter(({ buildId }) => !this.#running.has(buildId)))
      if (!(await this.#start(bundle))) failed.push(bundle.buildId);
    return failed;
  }

  /** Resolves when all of them have ended. */
  async stop(): Promise<void> {
    const ends = [...this.#running.values()].map(({ ended }) => ended);
    for (const buildId of this.buildIds) this.#end(buildId);
    await Promise.all(ends);
  }

  async #start(bundle: WorkflowBundle): Promise<boolean> {
    const { buildId } = bundle;
    try {
      const worker = await this.#create(bundle);
      const ended = worker.run().catch((error: unknown) => {
        this.#logger.warn({ err: error, buildId }, 'the worker of another version failed');
      });
      this.#running.set(buildId, { worker, ended });
      void ended.then(() => {
        // Ended and started again meanwhile, the version has another worker.
        if (this.#running.get(buildId)?.worker === worker) this.#running.delete(buildId);
      });
      this.#logger.info({ buildId }, 'runs the code of another version, too');
      return true;
    } catch (error) {
      this.#logger.error({ err: error, buildId }, 'cannot run the code of another version');
      return false;
    }
  }

  #end(buildId: string): void {
    const found = this.#running.get(buildId);
    this.#running.delete(buildId);
    if (found?.worker.getState() !== 'RUNNING') return;
    found.worker.shutdown();
    this.#logger.info({ buildId }, 'leaves another version to others');
  }
}
