import { Connection } from '@temporalio/client';
import type { AppContext } from '../../context.ts';
import { countByEndpoint } from './endpointBacklog.ts';
import { cachedFor, probe, type Probe } from './probe.ts';
import { countWork } from './backlog.ts';

/** For each question; they are asked side by side. */
const patienceMs = 1_500;
/** Asking often must cost nothing: it is not limited. */
const maxAgeMs = 5_000;

const checkPostgres = ({ orm }: AppContext): Promise<Probe> =>
  probe(patienceMs, () => orm.em.fork().execute('select 1'));

const checkTemporal = ({ config }: AppContext): Promise<Probe> =>
  probe(patienceMs, async () => {
    const { address, namespace } = config.temporal;
    // A connection of its own, without the client's retries: those go on after the answer, even after the client closed.
    const connection = Connection.lazy({ address, interceptors: [] });
    try {
      await connection.withDeadline(Date.now() + patienceMs, () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
    } finally {
      await connection.close();
    }
  });

type Checked = Record<'postgres' | 'temporal', Probe>;

export const checkServices = async (app: AppContext): Promise<Checked> => {
  const [postgres, temporal] = await Promise.all([checkPostgres(app), checkTemporal(app)]);
  return { postgres, temporal };
};

export const areUp = ({ postgres, temporal }: Checked): boolean => postgres.status === 'up' && temporal.status === 'up';

/** Null where PostgreSQL does not say in time. */
const unlessDown = <Count>({ logger }: AppContext, count: Promise<Count>): Promise<Count | null> =>
  count.catch((error: unknown) => {
    logger.warn({ err: error }, 'what waits could not be counted');
    return null;
  });

/** How the installation is doing; needs no token. */
export const overviewOf = cachedFor(maxAgeMs, async (app: AppContext) => {
  const [services, work] = await Promise.all([checkServices(app), unlessDown(app, countWork(app.orm, patienceMs))]);
  return { services, work };
});

/** For the operator: a question of its own, so that its cost neither falls on the public one nor can spoil it. */
export const endpointsOf = cachedFor(maxAgeMs, (app: AppContext) =>
  unlessDown(app, countByEndpoint(app.orm, patienceMs)),
);
