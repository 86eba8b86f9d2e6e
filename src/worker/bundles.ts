import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleCode } from './bundler.ts';

/** The workflow code of one version, as a worker loads it. */
export interface WorkflowBundle {
  /** Names the version: a hash of the code. */
  buildId: string;
  codePath: string;
}

/** A bundle in the folder that all workers share. */
export interface KeptBundle extends WorkflowBundle {
  /** When a worker that brought this bundle was last alive: the file's time of change. */
  signedAt: Date;
}

const extension = '.cjs';

const buildIdOf = (code: string): string => {
  // The source map ends the file and holds absolute paths: the same code is the same version on every machine.
  const [withoutMap = code] = code.split('//# sourceMappingURL');
  return createHash('sha256').update(withoutMap).digest('hex').slice(0, 12);
};

/** @param prebuilt file that the build wrote, so that a production start need not bundle. */
const readCode = (prebuilt: string | undefined): Promise<string> =>
  prebuilt === undefined ? bundleCode() : readFile(prebuilt, 'utf8');

/** The version of this installation's workflow code. @param prebuilt as in `keepOwnBundle`. */
export const ownBuildId = async (prebuilt: string | undefined): Promise<string> => buildIdOf(await readCode(prebuilt));

/** This installation's workflow code, in the folder where it stays for the calls that are pinned to it. */
export const keepOwnBundle = async (folder: string, prebuilt: string | undefined): Promise<WorkflowBundle> => {
  const code = await readCode(prebuilt);
  const buildId = buildIdOf(code);
  await mkdir(folder, { recursive: true });
  const codePath = join(folder, `${buildId}${extension}`);
  // Another worker may be reading the folder.
  const draft = join(folder, `.${buildId}-${randomUUID()}`);
  await writeFile(draft, code);
  await rename(draft, codePath);
  return { buildId, codePath };
};

/** What every worker that ever used the folder has left there. */
export const listBundles = async (folder: string): Promise<KeptBundle[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith(extension));
  const found = await Promise.all(
    files.map(async (file) => {
      const codePath = join(folder, file);
      // Another worker may have deleted it meanwhile.
      const stats = await stat(codePath).catch(() => undefined);
      return stats && { buildId: file.slice(0, -extension.length), codePath, signedAt: stats.mtime };
    }),
  );
  return found.filter((bundle) => bundle !== undefined);
};

/** A worker that brought the bundle was alive then. */
export const signBundle = ({ codePath }: WorkflowBundle, at: Date): Promise<void> => utimes(codePath, at, at);

export const deleteBundle = ({ codePath }: WorkflowBundle): Promise<void> => rm(codePath, { force: true });
