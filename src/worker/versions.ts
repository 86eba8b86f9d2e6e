import { setTimeout as sleep } from 'node:timers/promises';
import { Runtime } from '@temporalio/worker';
import type { AppContext } from '../context.ts';
import { deleteBundle, listBundles, signBundle, type WorkflowBundle } from './bundles.ts';
import { describeDeployment, setCurrent, type Deployment, type DeploymentState } from './deployment.ts';
import type { Fleet } from './fleet.ts';
import { absenceMs, lookMs, planVersions } from './plan.ts';

interface VersionsOptions {
  deployment: Deployment;
  /** Shared by all workers. */
  folder: string;
  own: WorkflowBundle;
  fleet: Fleet;
  logger: AppContext['logger'];
  /** Called whenever this worker's version has become the current one. */
  onCurrent: () => Promise<void>;
  now?: () => Date;
}

/** What a worker does for the versions of a deployment: it runs those with open calls, and deletes what is long over. */
export class Versions {
  readonly #options: VersionsOptions;
  readonly #now: () => Date;
  readonly #stopping = new AbortController();
  #watching: Promise<void> = Promise.resolve();
  #current: string | undefined;
  #unserved: string[] = [];

  constructor(options: VersionsOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Resolves once some version is current, so that calls begin: the first to come makes its own so. @throws Error after that time. */
  async untilCallsBegin(patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        if (await this.look()) return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      if (Date.now() > deadline) throw new Error('Temporal has not noticed the worker');
      await sleep(250);
    }
  }

  watch(): void {
    this.#watching = this.#watch(this.#stopping.signal);
  }

  /** Leaves the own version to others at once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#watching;
    const { own, logger } = this.#options;
    await signBundle(own, new Date(this.#now().getTime() - absenceMs)).catch((error: unknown) => {
      logger.warn({ err: error }, 'could not sign off');
    });
  }

  /** @returns whether calls begin on some version. */
  async look(): Promise<boolean> {
    const { deployment, own, fleet, folder } = this.#options;
    await signBundle(own, this.#now());
    const state = await describeDeployment(deployment);
    if (!state) return false;
    if (state.current === undefined) return this.#beFirst(state);
    await this.#noteCurrent(state.current);
    const bundles = await listBundles(folder);
    const plan = planVersions({ own: own.buildId, versions: state.versions, bundles, now: this.#now() });
    const failed = await fleet.serve(plan.serve);
    this.#report([...plan.missing, ...failed]);
    for (const bundle of plan.expired) await this.#delete(bundle);
    return true;
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const pause = () =>
      sleep(lookMs, undefined, { signal }).then(
        () => true,
        () => false,
      );
    while (await pause()) {
      try {
        await this.look();
      } catch (error) {
        this.#options.logger.warn({ err: error }, 'could not see which versions have calls');
      }
    }
  }

  async #beFirst(state: DeploymentState): Promise<false> {
    const { deployment, own } = this.#options;
    // Temporal accepts only a version that it has seen; of several that come at once, the first.
    if (state.versions.some(({ buildId }) => buildId === own.buildId)) await setCurrent(deployment, own.buildId, state);
    return false;
  }

  async #noteCurrent(current: string): Promise<void> {
    if (current === this.#current) return;
    const { own, logger, onCurrent } = this.#options;
    if (current === own.buildId) await onCurrent();
    else
      logger.info({ buildId: own.buildId, current }, 'new calls begin on another version until this one is promoted');
    this.#current = current;
  }

  #report(unserved: string[]): void {
    const { fleet, logger } = this.#options;
    const news = unserved.filter((buildId) => !this.#unserved.includes(buildId));
    if (news.length > 0)
      logger.error({ buildIds: news }, 'no code here for versions with open calls: start their image');
    this.#unserved = unserved;
    const meter = Runtime.instance().metricMeter;
    meter
      .createGauge('workflow_versions_served', 'int', '', 'Other versions that this worker runs')
      .set(fleet.buildIds.length);
    meter
      .createGauge('workflow_versions_missing', 'int', '', 'Versions with open calls that it cannot run')
      .set(unserved.length);
  }

  async #delete(bundle: WorkflowBundle): Promise<void> {
    await deleteBundle(bundle);
    this.#options.logger.info({ buildId: bundle.buildId }, 'deleted the code of a version that has been over for long');
  }
}
