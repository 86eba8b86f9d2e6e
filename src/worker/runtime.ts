import { DefaultLogger, makeTelemetryFilterString, type RuntimeOptions } from '@temporalio/worker';
import { attemptBuckets } from '../activities/index.ts';
import type { AppContext } from '../context.ts';

/** For the one runtime of a worker process: its log lines become ours, its metrics are shown where the configuration says. */
export const runtimeOptions = ({ config, logger }: Pick<AppContext, 'config' | 'logger'>): RuntimeOptions => {
  const { metricsAddress } = config.temporal;
  return {
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      if (level === 'WARN' || level === 'ERROR') logger.warn({ meta }, message);
      else logger.debug({ meta }, message);
    }),
    shutdownSignals: [],
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
      ...(metricsAddress !== undefined && {
        metrics: {
          prometheus: {
            bindAddress: metricsAddress,
            countersTotalSuffix: true,
            unitSuffix: true,
            useSecondsForDurations: true,
            histogramBucketOverrides: attemptBuckets,
          },
        },
      }),
    },
  };
};
