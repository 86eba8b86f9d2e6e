import { readdir, readFile } from 'node:fs/promises';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { sharedBundle } from './support/bundle.ts';
import './support/quiet.ts';

const folder = new URL('histories/', import.meta.url);

/** Saved by `SAVE_HISTORIES=1 npm test -- test/calls.test.ts`. */
const savedHistories = async () => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  return Promise.all(
    files.map(async (file) => {
      const json: unknown = JSON.parse(await readFile(new URL(file, folder), 'utf8'));
      return { workflowId: file, history: historyFromJSON(json) };
    }),
  );
};

test('today’s workflow code replays the histories of real calls', async () => {
  const codePath = await sharedBundle();
  const histories = await savedHistories();
  expect(histories.length).toBeGreaterThan(0);
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, histories)) {
    expect({ workflowId, error }).toEqual({ workflowId, error: undefined });
  }
});
