import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** The workflow code of one version, as a worker loads it. */
export interface WorkflowBundle {
  /** Names the version: a hash of the code. */
  buildId: string;
  codePath: string;
}

const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
const nameOf = (buildId: string): string => `${buildId}.cjs`;

/** The bundler tells at length how well it went; only its warnings are worth a line. */
const logger = new DefaultLogger('WARN');

const keep = async (folder: string, code: string): Promise<WorkflowBundle> => {
  // The source map ends the file and holds absolute paths: the same code is the same version on every machine.
  const [withoutMap = code] = code.split('//# sourceMappingURL');
  const buildId = createHash('sha256').update(withoutMap).digest('hex').slice(0, 12);
  await mkdir(folder, { recursive: true });
  const codePath = join(folder, nameOf(buildId));
  await writeFile(codePath, code);
  return { buildId, codePath };
};

/** @param path of the file that exports the workflows. */
export const bundleCode = async (path = workflowsPath): Promise<string> =>
  (await bundleWorkflowCode({ workflowsPath: path, logger })).code;

/**
 * Today's workflow code, in the folder where it stays for the calls that are pinned to it.
 * @param prebuilt file that the build wrote, so that a production start need not bundle.
 */
export const currentBundle = async (folder: string, prebuilt: string | undefined): Promise<WorkflowBundle> =>
  keep(folder, prebuilt === undefined ? await bundleCode() : await readFile(prebuilt, 'utf8'));

/** A bundle that an earlier start left in the folder. */
export const findBundle = async (folder: string, buildId: string): Promise<WorkflowBundle | undefined> =>
  (await readdir(folder)).includes(nameOf(buildId)) ? { buildId, codePath: join(folder, nameOf(buildId)) } : undefined;
