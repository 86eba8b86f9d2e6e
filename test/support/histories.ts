import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const folder = new URL('../histories/', import.meta.url);
const project = fileURLToPath(new URL('../..', import.meta.url));

/** Keeps a workflow's history for the replay test, where `SAVE_HISTORIES` asks for it. */
export const saveHistory = async (client: Client, workflowId: string, name: string): Promise<void> => {
  if (!process.env['SAVE_HISTORIES']) return;
  const handle = client.workflow.getHandle(workflowId);
  await handle.result();
  await mkdir(folder, { recursive: true });
  // Stack traces name the machine's folders.
  const history = historyToJSON(await handle.fetchHistory()).replaceAll(project, '');
  await writeFile(new URL(`${name}.json`, folder), history);
};

/** All that Temporal keeps of a workflow, its payloads decoded, as one text to search. */
export const historyText = async (client: Client, workflowId: string): Promise<string> => {
  const handle = client.workflow.getHandle(workflowId);
  const { raw } = await handle.describe();
  return JSON.stringify([await handle.fetchHistory(), raw], (name, value: unknown) =>
    name === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString() : value,
  );
};
