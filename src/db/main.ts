import { readDatabaseConfig } from '../config.ts';
import { migrate } from './migrate.ts';

/** `npm run migrate`: needs the owner's URL, and none of the app's other secrets. */
await migrate(readDatabaseConfig(process.env));
