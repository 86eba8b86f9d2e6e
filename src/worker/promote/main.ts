import { readConfig } from '../../config.ts';
import { createTemporalClient } from '../../temporal/client.ts';
import { ownBuildId } from '../bundles.ts';
import { promote } from './promotion.ts';

/** `npm run workflows:promote`: new calls begin on this installation's workflow code, or on the version that is named. */
const config = readConfig(process.env).temporal;
const { taskQueue, prebuiltBundle, versioning } = config;
if (!versioning) throw new Error('WORKER_VERSIONING is off, so that no version can be promoted.');
const [, , named] = process.argv;
const buildId = named ?? (await ownBuildId(prebuiltBundle));
const temporal = createTemporalClient(config);
try {
  const before = await promote({ temporal, name: taskQueue }, buildId);
  process.stdout.write(`New calls begin on version ${buildId} (before: ${before ?? 'none'}).\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await temporal.connection.close();
}
