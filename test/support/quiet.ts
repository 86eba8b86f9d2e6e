import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Imported by tests with a worker: it logs each success at length. */
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
});
