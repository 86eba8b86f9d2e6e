import { randomUUID } from 'node:crypto';
import { access, rename, writeFile } from 'node:fs/promises';
import { inject } from 'vitest';
import { bundleCode } from '../../src/worker/bundler.ts';

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** The workflow code, bundled by the first test of a run that needs it. @returns the bundle's file. */
export const sharedBundle = async (): Promise<string> => {
  const file = inject('workflowBundle');
  if (await exists(file)) return file;
  // Another file's tests may be making it, too.
  const draft = `${file}-${randomUUID()}`;
  await writeFile(draft, await bundleCode());
  await rename(draft, file);
  return file;
};
