import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities, SaveCallInput, SavedCall } from '../activities/index.ts';
import { databasePatience, databaseWrite } from './policies.ts';

/** Writes the call: at once by a local activity; when PostgreSQL stays away, by one that waits in the open. */
export const saveCall = async (input: SaveCallInput): Promise<SavedCall> => {
  const summary = `Save the call (${input.stage})`;
  try {
    return await proxyLocalActivities<Activities>({ ...databaseWrite, summary }).saveCall(input);
  } catch {
    return proxyActivities<Activities>({ ...databasePatience, summary }).saveCall(input);
  }
};
